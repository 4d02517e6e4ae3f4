"""The picture that stands for a page where somebody shares its address: a title and whose it is, drawn."""

from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
# Part of every picture's address: raise it when the same words come out differently.
RECIPE = 1

# Of the light scheme in static/css/tokens.css.
PAPER, INK, BRAND, BRAND_INK = "#faf8f3", "#17262a", "#0d5358", "#ffffff"
AMBER_SOFT, AMBER_LINE = "#fdf3d7", "#d79b1a"

EDGE = 80
MARK = 64
STRIPE = 16
TITLE_TOP, TITLE_BOTTOM = 190, 520
# The largest at which the title has room.
TITLE_SIZES = (84, 76, 68, 60, 54, 48, 42)
LEADING = 1.15
BOLD, REGULAR = 700, 400

# The site's own font, under the licence beside it; the second has the letters that the first has not.
FONTS = Path(settings.BASE_DIR, "static", "fonts")
FILES = ("atkinson-hyperlegible-next-latin.woff2", "atkinson-hyperlegible-next-latin-ext.woff2")
# No font has a letter here, so what is drawn for it is drawn for any that is missing.
NO_LETTER = "\uffff"


def draw(title, brand, note=""):
    """A PNG (bytes) of `WIDTH` by `HEIGHT` with the title, the brand's name and, marked, a note. The same words make
    the same picture.

    A title in letters that the font does not have is left out: boxes in their place would tell nobody anything.
    """
    # Other white space than a space ends the paragraph for the program that sets the letters, or is drawn as a box.
    title, brand, note = (" ".join(words.split()) for words in (title, brand, note))
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, HEIGHT - STRIPE, WIDTH, HEIGHT), fill=BRAND)
    _draw_brand(pen, brand if _can_write(brand) else "")
    if _can_write(title):
        size, lines = _fitted(title)
        for place, line in enumerate(lines):
            _write(pen, (EDGE, TITLE_TOP + place * size * LEADING), line, size, BOLD, INK)
    if note:
        _draw_note(pen, note)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_brand(pen, brand):
    pen.rounded_rectangle((EDGE, EDGE, EDGE + MARK, EDGE + MARK), radius=MARK // 4, fill=BRAND)
    for row, length in ((0.34, 0.5), (0.5, 0.5), (0.66, 0.28)):
        start = (EDGE + MARK * 0.25, EDGE + MARK * row)
        pen.line((*start, start[0] + MARK * length, start[1]), fill=BRAND_INK, width=6)
    _write(pen, (EDGE + MARK + 24, EDGE + 8), _cut(brand, 40, BOLD, WIDTH - 2 * EDGE - MARK - 24), 40, BOLD, BRAND)


def _draw_note(pen, note):
    top = HEIGHT - EDGE - 20
    pen.rectangle((EDGE, top, EDGE + 44 + _length(note, 32, REGULAR), top + 56), fill=AMBER_SOFT)
    pen.rectangle((EDGE, top, EDGE + 8, top + 56), fill=AMBER_LINE)
    _write(pen, (EDGE + 28, top + 8), note, 32, REGULAR, INK)


def _fitted(title):
    """`(size, lines)`: the largest size at which the title has room, else the smallest with the rest cut off."""
    for size in TITLE_SIZES:
        most = int((TITLE_BOTTOM - TITLE_TOP) // (size * LEADING))
        lines = _wrapped(title, size)
        if len(lines) <= most and all(_length(line, size, BOLD) <= WIDTH - 2 * EDGE for line in lines):
            return size, lines
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} …"
    return size, [_cut(line, size, BOLD, WIDTH - 2 * EDGE) for line in kept]


def _wrapped(text, size):
    lines = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _length(longer, size, BOLD) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text, size, weight, room):
    while text and _length(text, size, weight) > room:
        text = f"{text.rstrip(' …')[:-1].rstrip()} …".strip()
        if text == "…":
            break
    return text


def _write(pen, place, text, size, weight, colour):
    across, down = place
    for run, font in _runs(text, size, weight):
        # On one line, though the two fonts may differ in height.
        pen.text((across, down + size), run, font=font, fill=colour, anchor="ls")
        across += font.getlength(run)


def _length(text, size, weight):
    return sum(font.getlength(run) for run, font in _runs(text, size, weight))


def _runs(text, size, weight):
    """`text` in parts that one font can write each."""
    runs = []
    for letter in text:
        file = _file_with(letter) or FILES[0]
        if runs and runs[-1][1] == file:
            runs[-1][0] += letter
        else:
            runs.append([letter, file])
    return [(run, _font(file, size, weight)) for run, file in runs]


def _can_write(text):
    return all(_file_with(letter) for letter in text)


@cache
def _file_with(letter):
    """The file of the font that has `letter`, None for neither."""
    for file in FILES:
        font = _font(file, 20, REGULAR)
        if letter.isspace() or bytes(font.getmask(letter)) != bytes(font.getmask(NO_LETTER)):
            return file
    return None


@cache
def _font(file, size, weight):
    font = ImageFont.truetype(FONTS / file, size)
    font.set_variation_by_axes([weight])
    return font
