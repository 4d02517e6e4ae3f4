"""Sections made of short entries: questions and answers, do and do not, words explained, other choices."""

import re

from blog.clinical_rules.alternatives import MOST_OPTIONS
from blog.clinical_rules.questions import MOST_ANSWERED, MOST_TO_ASK, QUESTION_LIMIT
from blog.clinical_rules.warnings import MOST_LINES
from blog.documents.parts import Heading, Listing, Paragraph, Table
from blog.documents.words import SOURCE
from blog.importers.cues import DO, DO_NOT, NEGATED, NEGATED_OTHERWISE, WITHOUT_TREATMENT
from blog.importers.imported import Local
from blog.importers.inline import plain, rich_text
from blog.importers.plain_fields import blank_row, set_text

# Between a name and what is said about it.
_SAYS = re.compile(r":\s+|\s+[\u2013\u2014-]\s+")
_NAME_LIMIT = 80
TERM_LIMIT = 80


def answered_questions(parts, gathered):
    """Questions are headings, or paragraphs of their own that end in a question mark; what is below answers them."""
    rows, answers = [], []
    for part in parts:
        if _asks(part):
            row = blank_row("faq", "items")
            set_text(row, "question", part.words, gathered)
            rows.append(row)
            answers.append([])
        elif not answers or not isinstance(part, (Paragraph, Listing)):
            return None
        else:
            answers[-1].append(part)
    if not 0 < len(rows) <= MOST_ANSWERED or not all(answers):
        return None
    return {"items": [row | {"answer": rich_text(answer)} for row, answer in zip(rows, answers, strict=True)]}


def questions(parts, gathered):
    if len(parts) != 1 or not _is_list(parts[0]) or len(parts[0].items) > MOST_TO_ASK:
        return None
    if not all(item.text.endswith("?") for item in parts[0].items):
        return None
    return {"items": [_line(item.words, gathered) for item in parts[0].items]}


def do_and_do_not(parts, gathered):
    """Two lists, each under a line that says which it is; readers see “do not” before each line of the second."""
    found, name = {"dos": [], "donts": []}, None
    for part in parts:
        if isinstance(part, (Heading, Paragraph)):
            name = "donts" if DO_NOT.match(part.text) else "dos" if DO.match(part.text) else None
            if name is None:
                return None
        elif name is None or not _is_list(part):
            return None
        else:
            found[name] += [item.words for item in part.items]
    donts = [words.cut(len(start[0])) if (start := NEGATED.match(words.text)) else words for words in found["donts"]]
    too_many = max(len(found["dos"]), len(donts)) > MOST_LINES
    if not (found["dos"] or donts) or too_many or any(NEGATED_OTHERWISE.match(words.text) for words in donts):
        return None
    return {
        name: [_line(words, gathered) for words in lines] for name, lines in (("dos", found["dos"]), ("donts", donts))
    }


def explained_words(parts, gathered):
    """Words with their meanings, none of which the site explains otherwise already."""
    entries = list(_entries(parts))
    if not entries or None in entries:
        return None
    proposed = []
    for term, meaning in entries:
        row = gathered.library.word(plain(term))
        if row and row.fields.get("plain_definition") != plain(meaning):
            gathered.remark(
                f"The site explains “{plain(term)}” in other words, so this section was kept as text. Choose whose "
                "words should stand.",
                plain(meaning),
            )
            return None
        source = next(iter(meaning.keys(SOURCE)), None)
        proposed.append(
            {
                "term": plain(term),
                "also_called": "",
                "plain_definition": plain(meaning),
                "pronounce": "",
                "source": source and Local(source),
            }
        )
    if any(not 0 < len(fields["term"]) <= TERM_LIMIT or not fields["plain_definition"] for fields in proposed):
        return None
    if len({fields["term"].casefold() for fields in proposed}) < len(proposed):
        return None
    return {"terms": [gathered.word(fields, fields["plain_definition"]) for fields in proposed]}


def options(parts, gathered):
    """Choices in a list of names with what each is; what happens without treatment in a paragraph that says so."""
    text, rows, without = [], [], ""
    for part in parts:
        if isinstance(part, Paragraph) and WITHOUT_TREATMENT.match(part.text) and not without:
            line = {}
            set_text(line, "text", part.words, gathered)
            without = line["text"]
        elif _is_list(part) and not part.ordered and not rows and (found := _named(part)):
            for name, said in found:
                row = blank_row("alternatives", "options")
                set_text(row, "name", name, gathered)
                set_text(row, "one_line", said, gathered)
                rows.append(row)
        else:
            text.append(part)
    return {"intro": rich_text(text), "options": rows, "what_if_no_treatment": without}


def _named(listing):
    """`(name, words)` of each item of a list of names and what is said about them; None where one has no name."""
    found = [_halves(item.words) for item in listing.items]
    return found if len(found) <= MOST_OPTIONS and None not in found else None


def _entries(parts):
    """`(term, meaning)` for each word that is explained; None for what is no such entry."""
    term = None
    for part in parts:
        if isinstance(part, Listing):
            yield from [_halves(item.words) if not item.inside and term is None else None for item in part.items]
        elif isinstance(part, Table):
            yield None
        elif term is not None:
            yield term, part.words
            term = None
        elif part.words.is_bold():
            term = part.words
        else:
            yield _halves(part.words)
    if term is not None:
        yield None


def _halves(words):
    """The name at the start of a line and what is said about it, without the mark between them."""
    found = _SAYS.search(words.text)
    if not found or not 0 < found.start() <= _NAME_LIMIT or found.end() >= len(words.text):
        return None
    return words.cut(0, found.start()).tidied(), words.cut(found.end()).tidied()


def _asks(part):
    if not isinstance(part, (Heading, Paragraph)) or not part.text.endswith("?") or len(part.text) > QUESTION_LIMIT:
        return False
    return isinstance(part, Heading) or part.words.is_bold() or not re.search(r"[.!?]\s", part.text)


def _line(words, gathered):
    row = {}
    set_text(row, "text", words, gathered)
    return row["text"]


def _is_list(part):
    return isinstance(part, Listing) and all(item.words and not item.inside for item in part.items)
