"""Pasted records beside the references that are there already."""

import json
from dataclasses import dataclass, field

from django.utils.http import urlencode

from blog.models import Reference
from blog.references.forms import FILLED_IN, known
from blog.references.identifiers import short_name
from blog.references.lookup import look_up
from blog.references.records import ParsedReference, parse
from blog.text import well_formed


@dataclass
class Record:
    """A pasted record, and the reference that is there already for its DOI or PubMed number, if there is one."""

    parsed: ParsedReference
    existing: Reference | None = None

    @property
    def fields(self):
        return self.parsed.fields

    @property
    def as_query(self):
        """What fills in the form of a new reference, as the end of its address."""
        return urlencode(self.fields)

    @property
    def as_json(self):
        return json.dumps(self.fields)

    @property
    def short_name(self):
        return short_name(self.fields.get("authors"), self.fields.get("year", ""))

    @property
    def is_complete(self):
        return not self.parsed.lacking

    @property
    def to_do(self):
        """What is left to be typed by hand, as a sentence; blank for nothing."""
        return f"Still to be filled in: {', '.join(self.parsed.lacking)}." if self.parsed.lacking else ""


@dataclass
class Paste:
    """What is made of a paste: its records, and sentences about what could not be read."""

    records: list[Record] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def can_be_added(self):
        """Whether any of the records can be added as it is."""
        return any(record.is_complete and not record.existing for record in self.records)


def read(text):
    """The Paste of a pasted text; asks Crossref and PubMed where that is switched on."""
    pasted = parse(text)
    records = [Record(parsed, _existing(parsed.fields)) for parsed in pasted.references]
    unknown = [record for record in records if not record.existing]
    look_up([record.parsed for record in unknown])
    for record in unknown:
        # The look-up may have told a PubMed number that is known.
        record.existing = _existing(record.fields)
    return Paste(records, pasted.problems)


def fields_of(text):
    """The fields in a record's `as_json` that came back from the browser; none in what is no such thing."""
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return only_known(fields) if isinstance(fields, dict) else {}


def only_known(values):
    """Those of `values` that fill in a field, as the form takes them."""
    return {name: well_formed(str(values[name])) for name in FILLED_IN if isinstance(values.get(name), (str, int))}


def _existing(fields):
    found = known(fields.get("doi"), fields.get("pmid"))
    return found[1] if found else None
