"""The site's own export, read back word for word. What somebody changed so that it is not understood becomes text."""

import re

from blog.documents import form
from blog.documents.addresses import led_to
from blog.documents.families import heading_field, rich_field
from blog.documents.parts import Heading, Item, Listing, Paragraph, Table
from blog.documents.words import PAGE, SOURCE, WORD, Link, Words
from blog.importers.classify import Chunk, sections_of
from blog.importers.imported import Gathered, Imported
from blog.importers.inline import plain, rich_text
from blog.importers.refusal import ImportRefused
from blog.importers.titles import usable_title
from blog.importers.written_fields import FieldReader
from blog.importers.written_rows import RowReader
from blog.models import ArticlePage

_FORM = re.compile(r"Form (\d+)")


def is_written_here(parts):
    """Whether a document is in the form in which this site writes articles. Raises ImportRefused for a later form."""
    found = [part for part in parts if not _is_blank(part)][:2]
    if len(found) < 2 or not isinstance(found[0], Heading) or not isinstance(found[1], Table):
        return False
    first = [" ".join(words.text.split()) for words in found[1].rows[0][:2]]
    if len(first) < 2 or first[0] != form.ABOUT[0] or not (number := _FORM.fullmatch(first[1])):
        return False
    if first[1] != form.ABOUT[1]:
        raise ImportRefused(
            f"A later version of this site wrote this document, in form {number[1]}. Export it again from here."
        )
    return True


def read_written(document, library):
    """The Imported of a document for which `is_written_here`."""
    parts = document.parts[_first(document.parts) :]
    if document.links_as_written:
        parts = [changed(part, _with_kinds) for part in parts]
    place = next(place for place, part in enumerate(parts) if isinstance(part, Table))
    title, about, parts = parts[0], parts[place], parts[place + 1 :]
    gathered = Gathered(library, document.remarks)
    reader = RowReader(gathered)
    chunks = _by_section(parts)
    chunks = [chunk for chunk in chunks if not reader.takes(chunk)]
    reader.settle()
    fields, relations = reader.about_article(about)
    sections = []
    for heading, inside in chunks:
        sections += _section(heading, [_with_known_links(part, gathered) for part in inside], gathered)
    return Imported(
        title=usable_title(title.text),
        sections=sections,
        references=list(gathered.references.values()),
        terms=list(gathered.terms.values()),
        pictures=gathered.pictures,
        remarks=gathered.remarks,
        fields=fields,
        relations=relations,
        further=list(dict.fromkeys(gathered.further)),
        written_here=True,
    )


def _is_blank(part):
    return isinstance(part, Paragraph) and not part.words


def _first(parts):
    return next(place for place, part in enumerate(parts) if isinstance(part, Heading))


def _by_section(parts):
    """`(heading, parts)` for each heading of a section's level; text before the first has a heading without words."""
    chunks = []
    for part in parts:
        if isinstance(part, Heading) and part.level <= form.SECTION_LEVEL:
            chunks.append((part, []))
        elif chunks:
            chunks[-1][1].append(part)
        elif not isinstance(part, Paragraph) or part.words:
            chunks.append((Heading(Words(), form.SECTION_LEVEL), [part]))
    return chunks


def _section(heading, parts, gathered):
    kind, usual, rest = _kind(parts)
    if kind is None:
        gathered.remark(
            "This section does not say what kind it is, so it was read like any other document.", heading.text
        )
        return sections_of(Chunk(heading.words.tidied(), heading.level, parts), gathered)
    block = ArticlePage.body.field.stream_block.child_blocks[kind]
    reader = FieldReader(gathered, heading.text)
    value = reader.group(block, rest[0].rows[1:], rest[1:], form.FIELD_LEVEL)
    # Somebody may have written another heading over a section that says it has the usual one.
    is_usual = usual and heading.text == str(block.meta.default_heading or block.label)
    if (name := heading_field(block)) and not is_usual:
        value[name] = heading.text
    return [(kind, value), *_stray(block, value, reader.stray, gathered)]


def _kind(parts):
    """`(kind, whether its heading is the usual one, parts from its table on)`; no kind where none is said."""
    found = [part for part in parts if not _is_blank(part)]
    if found and isinstance(found[0], Table) and len(found[0].rows[0]) == 2:
        mark, named = (plain(words).strip() for words in found[0].rows[0][:2])
        usual = named.endswith(form.USUAL_HEADING)
        named = named.removesuffix(form.USUAL_HEADING)
        blocks = ArticlePage.body.field.stream_block.child_blocks
        kinds = [name for name, block in blocks.items() if str(block.label) == named]
        if mark == form.SECTION and kinds:
            return kinds[0], usual, parts[parts.index(found[0]) :]
    return None, False, parts


def _stray(block, value, stray, gathered):
    """What no field took: text goes to the end of the section's own text, all else into sections below it."""
    text = [part for part in stray if isinstance(part, (Paragraph, Listing, Heading))]
    name = rich_field(block)
    if name and text:
        value[name] += rich_text(text, start=1 + value[name].count("data-block-key"))
        stray = [part for part in stray if part not in text]
    return sections_of(Chunk(Words(), form.SECTION_LEVEL, stray), gathered) if stray else []


def _with_known_links(part, gathered):
    """`part` with the keys of its sources and words, and without links to what is nowhere to be found."""

    def known(link):
        if link.kind in (SOURCE, WORD):
            key = gathered.keys.get((link.kind, link.target))
            if key is None:
                gathered.remark(
                    f"A mark leads to {link.kind} {link.target}, which the document does not list.", _words(link)
                )
                return list(link.spans)
            return [Link(link.kind, key, link.spans)]
        if link.kind == PAGE and not gathered.library.has_page(int(link.target)):
            gathered.remark(f"A link was left out, its words were kept: there is no page {link.target}.", link.text)
            return list(link.spans)
        return [link]

    # The cells of a table are read on their own, field by field.
    return part if isinstance(part, Table) else changed(part, lambda words: words.replaced(known))


def _with_kinds(words):
    """Words whose links lead where their addresses say."""

    def kind(link):
        return [Link(*(led_to(link.target) or (link.kind, link.target)), link.spans)]

    return words.replaced(kind)


def changed(part, change):
    """`part` with all its words as `change` gives them."""
    if isinstance(part, Listing):
        items = (
            Item(change(item.words), tuple(changed(inner, change) for inner in item.inside)) for item in part.items
        )
        return Listing(tuple(items), part.ordered)
    if isinstance(part, Paragraph):
        return Paragraph(change(part.words), part.lines)
    if isinstance(part, Heading):
        return Heading(change(part.words), part.level)
    if isinstance(part, Table):
        return Table(tuple(tuple(map(change, row)) for row in part.rows), part.headed, change(part.caption))
    return part


def _words(link):
    return "".join(span.text for span in link.spans)
