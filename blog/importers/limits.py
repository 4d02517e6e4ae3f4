"""How large a document may be. Each is many times what an article needs; what is beyond it is no article."""

from blog.importers.refusal import ImportRefused

# Bytes of a file.
LARGEST_FILE = 10 * 1024 * 1024
# Characters of text: some 80,000 words.
LONGEST = 500_000
MOST_LINES = 20_000
MOST_CELLS = 20_000
MOST_PICTURES = 100
# Each may begin a link, which a parser looks for to the end of the text.
MOST_BRACKETS = 10_000
# Characters of mark-up without the data of pictures: ten to each of the longest text, more than Word's own HTML has.
LONGEST_MARKUP = 10 * LONGEST
# Characters written as `&…;`: some 30,000 words of a language that has no letters of ASCII. Each takes a parser long.
MOST_REFERENCES = 200_000
# `&` and `<` that begin neither a character nor a tag. Addresses hold some `&`; a parser takes time by the square of
# their number.
MOST_LOOSE_SIGNS = 20_000
# Lists in lists, elements in elements.
DEEPEST = 100


def refuse_long(length):
    if length > LONGEST:
        raise ImportRefused(f"The document has {length:,} characters; at most {LONGEST:,} make an article.")


def refuse_lines(text):
    if text.count("\n") > MOST_LINES:
        raise ImportRefused(f"The document has more than {MOST_LINES:,} lines; that is no article.")


def refuse_brackets(text):
    if text.count("[") > MOST_BRACKETS:
        raise ImportRefused(f"The document has more than {MOST_BRACKETS:,} square brackets; that is no article.")


def refuse_markup(length):
    if length > LONGEST_MARKUP:
        raise ImportRefused(
            f"The document has {length:,} characters of mark-up beside its pictures; at most {LONGEST_MARKUP:,} can be "
            "read. Save it as .docx, or copy its text into a new document, and try again."
        )


def refuse_signs(ampersands, loose):
    if ampersands > MOST_REFERENCES:
        raise ImportRefused(f"The document has more than {MOST_REFERENCES:,} signs &; that is no article.")
    if loose > MOST_LOOSE_SIGNS:
        raise ImportRefused(
            f"The document has more than {MOST_LOOSE_SIGNS:,} signs & and < that begin no mark-up; that is no article."
        )


def refuse_deep():
    raise ImportRefused("The parts of this document are nested too deeply to be read, in lists or tables for instance.")


def refuse_cells(count):
    if count > MOST_CELLS:
        raise ImportRefused(f"The tables of this document have more than {MOST_CELLS:,} cells; that is no article.")
