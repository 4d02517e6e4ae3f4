"""What an import puts where and what was not understood, for a screen as for the command line."""

from dataclasses import dataclass, field

from blog.clinical_rules.sentences import sentences
from blog.documents.families import Family, family, heading_field, labels
from blog.documents.parts import Remark
from blog.models import ArticlePage
from blog.rich_text import plain_text

CHROME_LABELS = {
    "promotion_text": "Price banner",
    "tagline": "Tagline",
    "cart_count": "Number in the cart",
    "cart_empty_heading": "Heading of the empty cart",
    "cart_empty_body": "Text of the empty cart",
    "cart_browse_label": "Link in the empty cart",
}


@dataclass(frozen=True)
class SectionLine:
    """`kind` is what the editor calls the section; `heading` may be blank; `holds` are phrases."""

    name: str
    kind: str
    heading: str
    holds: tuple[str, ...]


@dataclass(frozen=True)
class SourceLine:
    """A source or word that the document brings: its name, whether the site has it, and the document's own words."""

    name: str
    is_known: bool
    words: str
    differs: str


@dataclass
class Report:
    title: str
    sections: list[SectionLine] = field(default_factory=list)
    chrome: dict[str, str] = field(default_factory=dict)
    sources: list[SourceLine] = field(default_factory=list)
    words: list[SourceLine] = field(default_factory=list)
    pictures: int = 0
    remarks: list[Remark] = field(default_factory=list)
    written_here: bool = False

    @property
    def chrome_lines(self):
        """`(what it is, text)` for each piece of the site round a copied page."""
        return [(CHROME_LABELS[name], text) for name, text in self.chrome.items()]

    def __str__(self):
        return "\n".join(_lines(self))


def report_on(imported):
    """The Report of an Imported."""
    blocks = ArticlePage.body.field.stream_block.child_blocks
    return Report(
        title=imported.title,
        sections=[_section(name, blocks[name], value) for name, value in imported.sections],
        chrome=imported.chrome,
        sources=[_source(proposal, "title") for proposal in imported.references],
        words=[_source(proposal, "term") for proposal in imported.terms],
        pictures=len(imported.pictures),
        remarks=imported.remarks,
        written_here=imported.written_here,
    )


def _section(name, block, value):
    named = heading_field(block)
    return SectionLine(name, str(block.label), value.get(named) or "", tuple(_holds(block, value)))


def _holds(block, value):
    for name, label in labels(block).items():
        child, found = block.child_blocks[name], value.get(name)
        match family(child):
            case Family.RICH if count := _sentences(found):
                yield f"{_counted(range(count), 'sentence')} of text"
            case Family.LIST if found:
                yield f"{len(found)} in “{label.lower()}”"
            case Family.GRID if found and found["columns"]:
                yield f"{_counted(found['columns'], 'column')}, {_counted(found['rows'], 'row')}"
            case Family.PICTURE:
                yield "a picture" if found else "no picture yet"


def _counted(things, name):
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _sentences(source):
    return sum(len(sentences(line)) for line in plain_text(source or "").split("\n"))


def _source(proposal, name):
    fields = proposal.fields
    called = fields.get(name) or fields.get("doi") or fields.get("url") or proposal.words
    beside = ", ".join(str(fields[other]) for other in ("authors", "year") if fields.get(other))
    return SourceLine(
        f"{called} ({beside})" if beside and name == "title" else called,
        proposal.row_id is not None,
        proposal.words,
        proposal.differs,
    )


def _lines(report):
    yield f"Title: {report.title}"
    yield "Sections:"
    for line in report.sections:
        named = f"{line.name} “{line.heading}”" if line.heading else line.name
        yield f"  {named}: {', '.join(line.holds) or 'empty'}"
    for heading, lines in (("Sources:", report.sources), ("Words explained:", report.words)):
        if lines:
            yield heading
        for line in lines:
            yield f"  {'known already' if line.is_known else 'new'}: {line.name}"
            if line.differs:
                yield f"    The site's own entry is used. The document says otherwise: {line.differs}"
    if report.chrome:
        yield "Not part of the article, but of the site it was copied from:"
        yield from (f"  {name}: {text}" for name, text in report.chrome.items())
    if report.remarks:
        yield "To look at:"
    for remark in report.remarks:
        yield f"  {remark.message}" + (f" “{remark.quote}”" if remark.quote else "")
