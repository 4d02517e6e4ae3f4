"""From what was read of a document to a draft in the tree."""

import hashlib
from datetime import date

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.text import slugify
from wagtail.blocks import StreamValue
from wagtail.images import get_image_model

from blog.content import content
from blog.enums import ContributionSource
from blog.importers.library import SiteLibrary
from blog.importers.pictures import file_extension
from blog.importers.refusal import ImportRefused
from blog.importers.stored import stored_stream
from blog.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleReference,
    Contribution,
    GlossaryTerm,
    Reference,
)
from blog.pictures import identity
from editions.canonical import canonical_json, digest

_NAME_LIMIT, _TITLE_LIMIT = 60, 255


def create_draft(imported, parent=None, owner=None, topics=()):
    """An article's draft with its first revision, below `parent` or the first article index.

    `owner` is a user or None, `topics` the topic pages it belongs to beside those that the document names. Sources,
    words and pictures get rows where the site has none. Remembers by digest what the import brought. Raises
    ImportRefused.
    """
    files = []
    try:
        with transaction.atomic():
            return _made(imported, parent, owner, topics, files)
    except BaseException:
        _delete(files)
        raise


def as_if_created(imported, parent, owner, look):
    """What `look(article)` makes of the draft that `create_draft` would make; afterwards there is none."""
    files = []
    try:
        with transaction.atomic():
            seen = look(_made(imported, parent, owner, (), files))
            transaction.set_rollback(True)
        return seen
    finally:
        _delete(files)


def _made(imported, parent, owner, topics, files):
    parent = parent or ArticleIndexPage.objects.order_by("path").first()
    if parent is None:
        raise ImportRefused("There is no article index page yet to put the draft under; make one first.")
    rows = _rows(imported, owner, files)
    sections = ArticlePage.body.field.stream_block
    article = ArticlePage(
        title=imported.title,
        body=StreamValue(sections, stored_stream(imported.sections, sections, rows), is_lazy=True),
        owner=owner,
        live=False,
        has_unpublished_changes=True,
        **{name: _value(name, value) for name, value in imported.fields.items()},
    )
    article.medicine_id = imported.relations.get("medicine")
    article.topics = [*topics, *_chosen(ArticlePage.topics, imported.relations.get("topics"), topics)]
    article.conditions = _chosen(ArticlePage.conditions, imported.relations.get("conditions"))
    article.authors = [
        ArticleAuthor(person_id=person, sort_order=place)
        for place, person in enumerate(imported.relations.get("authors") or [])
    ]
    article.references = [
        ArticleReference(reference_id=rows[key], sort_order=place) for place, key in enumerate(imported.further)
    ]
    parent.add_child(instance=article)
    article.imported_digest = digest(canonical_json(content(article)))
    article.save()
    # A draft may lack what a finished article needs, such as its summary: nothing is cleaned here.
    article.save_revision(clean=False)
    Contribution.objects.record(article, owner, ContributionSource.IMPORTED)
    return article


def _rows(imported, owner, files):
    """The ids of sources, words and pictures by their Local keys; those that the site lacks are made."""
    library = SiteLibrary()
    found = {}
    for proposal in imported.references:
        # Asked again: another import may have brought it since, or this document names it twice.
        known = library.source(proposal.fields)
        found[proposal.key] = known.row_id if known else Reference.objects.create(**_of(Reference, proposal.fields)).pk
    for proposal in imported.terms:
        known = library.word(proposal.fields.get("term", ""))
        fields = proposal.fields | {"source": found.get(proposal.fields.get("source"))}
        found[proposal.key] = known.row_id if known else GlossaryTerm.objects.create(**_of(GlossaryTerm, fields)).pk
    for key, picture in imported.pictures.items():
        found[key] = _image(picture, imported.title, owner, files).pk
    return found


def _of(model, fields):
    """Fields as the model takes them, cut to what its columns hold."""
    found = {}
    for name, value in fields.items():
        field = model._meta.get_field(name)
        if field.is_relation:
            found[field.attname] = value
        elif isinstance(value, str) and isinstance(field, models.DateField):
            found[name] = date.fromisoformat(value)
        else:
            found[name] = value[: field.max_length] if isinstance(value, str) and field.max_length else value
    return found


def _value(name, value):
    field = ArticlePage._meta.get_field(name)
    return date.fromisoformat(value) if isinstance(value, str) and isinstance(field, models.DateField) else value


def _chosen(relation, ids, beside=()):
    known = {row.pk for row in beside}
    return [row for row in relation.rel.model.objects.filter(pk__in=ids or []) if row.pk not in known]


def _image(picture, title, owner, files):
    """The site's image of these bytes: one that it has, else a new one, whose file is added to `files`."""
    model = get_image_model()
    sha1 = hashlib.sha1(picture.data, usedforsecurity=False).hexdigest()
    wanted = digest(picture.data)
    for image in model.objects.filter(file_hash=sha1).order_by("pk"):
        if identity(image)["digest"] == wanted:
            return image
    name = f"{slugify(picture.alt)[:_NAME_LIMIT].strip('-_') or 'picture'}.{file_extension(picture.data)}"
    image = model(
        title=(picture.alt or title)[:_TITLE_LIMIT],
        file=ContentFile(picture.data, name=name),
        file_hash=sha1,
        file_size=len(picture.data),
        uploaded_by_user=owner,
    )
    image.save()
    files.append(image.file)
    return image


def _delete(files):
    for file in files:
        file.storage.delete(file.name)
