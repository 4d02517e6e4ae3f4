"""Headings that belong together: questions below "Common questions", a "Do" and a "Do not"."""

from blog.documents.parts import Heading, Listing, Paragraph
from blog.documents.words import Words
from blog.importers.classify import Chunk
from blog.importers.cues import DO, DO_NOT, kind_of


def grouped(chunks):
    """`chunks` with those that make one section together as one, their headings among its parts."""
    found, place = [], 0
    while place < len(chunks):
        taken = _questions(chunks, place) or _do_and_do_not(chunks, place)
        if taken:
            end, whole = taken
            found += whole
            place = end
        else:
            found.append(chunks[place])
            place += 1
    return found


def _questions(chunks, place):
    first = chunks[place]
    if kind_of(first.heading.text) != "faq":
        return None
    end = place + 1
    while end < len(chunks) and chunks[end].heading.text.endswith("?") and _is_text(chunks[end]):
        # Below the heading, or beside it where a document knows one kind of heading only.
        if chunks[end].level < first.level:
            break
        end += 1
    if end == place + 1:
        return None
    parts = [part for chunk in chunks[place + 1 : end] for part in (Heading(chunk.heading, chunk.level), *chunk.parts)]
    if not first.parts:
        return end, [Chunk(first.heading, first.level, parts, "faq")]
    return end, [Chunk(first.heading, first.level, first.parts), Chunk(Words(), first.level, parts, "faq")]


def _do_and_do_not(chunks, place):
    """A heading for both, with a list under each of two below it; or the two alone."""
    first = chunks[place]
    start = place + 1 if kind_of(first.heading.text) == "do_dont" and not first.parts else place
    pair = chunks[start : start + 2]
    if len(pair) < 2 or not all(_is_one_list(chunk) for chunk in pair):
        return None
    if not DO.match(pair[0].heading.text) or not DO_NOT.match(pair[1].heading.text):
        return None
    parts = [part for chunk in pair for part in (Heading(chunk.heading, chunk.level), *chunk.parts)]
    heading = first.heading if start > place else Words()
    return start + 2, [Chunk(heading, first.level, parts, "do_dont")]


def _is_text(chunk):
    return bool(chunk.parts) and all(isinstance(part, (Paragraph, Listing)) for part in chunk.parts)


def _is_one_list(chunk):
    return len(chunk.parts) == 1 and isinstance(chunk.parts[0], Listing)
