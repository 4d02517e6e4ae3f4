"""Rows of the database that are written with an article: its own fields, its sources, the words that it explains."""

from django.core.exceptions import ValidationError
from django.db import models

from blog.documents.characters import sayable
from blog.models import ArticlePage, GlossaryTerm, Reference

# Of a small integer, in every database.
_LARGEST = "32767"
_NOT_WRITTEN = {"id", "latest_revision"}


def own_fields(content_names):
    """The article's plain fields among `content_names`, by name; its title and sections have places of their own."""
    return {
        field.name: field
        for field in ArticlePage._meta.concrete_fields
        if field.name in content_names and not field.is_relation and field.name not in ("title", "body")
    }


def row_fields(model):
    """The fields of a source or word that are written, by name."""
    return {field.name: field for field in model._meta.concrete_fields if field.name not in _NOT_WRITTEN}


REFERENCE_FIELDS = row_fields(Reference)
TERM_FIELDS = row_fields(GlossaryTerm)


def label(field):
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def untouched(field):
    """What stands in content for a field that nobody filled in."""
    return field.get_default()


def text_of(field, value):
    """A field's value in words."""
    if value is None:
        return ""
    if isinstance(field, models.BooleanField):
        return "yes" if value else "no"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return sayable(str(value))


def value_of(field, text):
    """The value that words stand for, as content has it. Raises ValueError where they stand for none."""
    if isinstance(field, models.BooleanField):
        return _one_of(text, {"yes": True, "no": False})
    if not text:
        return None if field.null else ""
    if field.choices:
        by_key = {str(key): key for key, _name in field.flatchoices}
        return _one_of(text, by_key | {str(name): key for key, name in field.flatchoices})
    if isinstance(field, models.IntegerField):
        number = text.strip().replace(",", "")
        if not number.isascii() or not number.isdigit() or len(number) > len(_LARGEST) or int(number) > int(_LARGEST):
            raise ValueError(text)
        return int(number)
    if isinstance(field, models.DateField):
        try:
            return field.to_python(text.strip()).isoformat()
        except ValidationError as error:
            raise ValueError(text) from error
    if field.max_length and len(text) > field.max_length:
        raise ValueError(text)
    return text.replace("\n", "\r\n") if isinstance(field, models.TextField) else text


def _one_of(text, values):
    plain = {name.casefold(): value for name, value in values.items()}
    if text.strip().casefold() not in plain:
        raise ValueError(text)
    return plain[text.strip().casefold()]
