"""From a document's parts to an article: its title, its sections, and what in it belongs to the site round it."""

from blog.documents.addresses import is_address
from blog.documents.parts import Heading, Item, Listing, Paragraph, Picture, Table
from blog.documents.words import ADDRESS, Words
from blog.importers.chrome import take_cart, take_promotion, take_tagline
from blog.importers.classify import Chunk, sections_of
from blog.importers.imported import Gathered, Imported
from blog.importers.inline import plain
from blog.importers.library import Library
from blog.importers.limits import refuse_long
from blog.importers.lists import lines_of
from blog.importers.markdown import reads_as_heading
from blog.importers.notes import with_notes
from blog.importers.outline import grouped
from blog.importers.refusal import ImportRefused
from blog.importers.titles import NO_TITLE, usable_title
from blog.importers.written import is_written_here, read_written


def article_of(document, library=None):
    """The Imported of a Document; `library` knows what the site has. Raises ImportRefused.

    Every word of the document is in the result, in the text, in a source, or in a remark.
    """
    library = library or Library()
    refuse_long(sum(len(line) for line in _texts(document)))
    if is_written_here(document.parts):
        return read_written(document, library)
    gathered = Gathered(library, document.remarks)
    parts = [part for part in (_settled(part, document.notes, gathered) for part in document.parts) if part is not None]
    chrome = take_promotion(parts)
    chrome |= take_tagline(parts, below_a_banner=bool(chrome)) | take_cart(parts)
    if document.title and not (parts and isinstance(parts[0], Heading)):
        parts.insert(0, Heading(Words.of(document.title), 1))
    if not parts or not is_title(parts[0]):
        raise ImportRefused(NO_TITLE)
    title = usable_title(plain(parts[0].words.one_line()))
    if document.title and document.title != title:
        gathered.remark("The name that the page has in a browser's tab was left out.", document.title)
    sections = [found for chunk in grouped(_chunks(parts[1:])) for found in sections_of(chunk, gathered)]
    if not sections:
        raise ImportRefused("The document has a title and no text below it.")
    return Imported(
        title=title,
        sections=sections,
        chrome=chrome,
        references=list(gathered.references.values()),
        terms=list(gathered.terms.values()),
        pictures=gathered.pictures,
        remarks=gathered.remarks,
        further=gathered.further,
    )


def is_title(part):
    """Whether the first part can be the title: a heading, or in Markdown also a line that reads as one."""
    return isinstance(part, Heading) or (
        isinstance(part, Paragraph) and len(part.lines) == 1 and reads_as_heading(part.text)
    )


def _chunks(parts):
    chunks = [Chunk(Words(), 1, [])]
    for part in parts:
        if isinstance(part, Heading):
            chunks.append(Chunk(part.words, part.level, []))
        else:
            chunks[-1].parts.append(part)
    return chunks if chunks[0].parts else chunks[1:]


def _settled(part, notes, gathered):
    """A part as the editor would store it, its footnotes and links settled; None for one that holds nothing."""

    def words(found):
        return with_notes(found.replaced(_known), notes, gathered).tidied()

    def _known(link):
        if link.kind != ADDRESS or is_address(link.target):
            return [link]
        if not link.target.startswith("#"):
            gathered.remark(
                f"A link was left out, its words were kept: no article can lead to {link.target[:200]}.", link.text
            )
        return list(link.spans)

    match part:
        case Heading():
            found = words(part.words).one_line()
            return Heading(found, part.level) if found else None
        case Paragraph():
            found = words(part.words)
            return Paragraph(found, tuple(line for line in part.lines if line) or (found.text,)) if found else None
        case Listing():
            items = [_item(item, notes, gathered, words) for item in part.items]
            items = [item for item in items if item.words or item.inside]
            return Listing(tuple(items), part.ordered) if items else None
        case Table():
            rows = [tuple(words(cell) for cell in row) for row in part.rows]
            rows = [row for row in rows if any(row)]
            return Table(tuple(rows), part.headed, words(part.caption)) if rows else None
        case Picture():
            return Picture(part.alt, part.data, part.place, part.problem, words(part.caption))
    return part


def _item(item, notes, gathered, words):
    inside = (_settled(inner, notes, gathered) for inner in item.inside)
    return Item(words(item.words), tuple(inner for inner in inside if inner))


def _texts(document):
    for part in document.parts:
        match part:
            case Listing():
                yield from (words.text for _depth, words in lines_of(part))
            case Table():
                yield from (words.text for row in part.rows for words in row)
            case Picture():
                yield part.alt + part.caption.text
            case _:
                yield part.text
    yield from (words.text for words in document.notes.values())
