"""The site's colours and sizes, read from the stylesheet that readers get, and how well the colours can be read."""

import re
from dataclasses import dataclass

from cms.stylesheet import SOURCES

COLOUR = re.compile(r"--site-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
SIZE = re.compile(r"--site-(text-[a-z]+|space-[a-z0-9]+): ([\d.]+rem);")

# WCAG 2.2: 1.4.3 for text, 1.4.11 for edges of controls; ink on a soft colour carries what matters most.
TEXT, STRONG_TEXT, EDGE = 4.5, 7.0, 3.0
GROUNDS = ("paper", "surface", "sunken")
SOFT = ("brand-soft", "blue-soft", "amber-soft", "red-soft")
# (foreground, grounds, the least contrast)
PAIRS = [
    ("ink", (*GROUNDS, *SOFT), STRONG_TEXT),
    ("muted", GROUNDS, TEXT),
    ("brand", (*GROUNDS, "brand-soft"), TEXT),
    ("brand-ink", ("brand",), TEXT),
    ("paper", ("ink",), STRONG_TEXT),
    ("blue", (*GROUNDS, "blue-soft"), TEXT),
    ("amber", (*GROUNDS, "amber-soft"), TEXT),
    ("red", (*GROUNDS, "red-soft"), TEXT),
    ("line-strong", GROUNDS, EDGE),
]


@dataclass(frozen=True)
class Colour:
    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Pair:
    """A colour on a ground, with the contrast in each scheme and the least that it may be."""

    colour: str
    ground: str
    least: float
    light: float
    dark: float

    @property
    def is_text(self):
        return self.least >= TEXT

    @property
    def holds(self):
        return min(self.light, self.dark) >= self.least


def colours():
    """Name → Colour, in the order of the file."""
    return {name: Colour(name, light, dark) for name, light, dark in COLOUR.findall(_source())}


def sizes(kind):
    """(name, size) of the tokens of a kind, `text` or `space`, on a wide screen."""
    found = {}
    for name, size in SIZE.findall(_source()):
        if name.startswith(f"{kind}-"):
            found.setdefault(name, size)
    return list(found.items())


def pairs():
    known = colours()
    return [
        Pair(
            colour,
            ground,
            least,
            contrast(known[colour].light, known[ground].light),
            contrast(known[colour].dark, known[ground].dark),
        )
        for colour, grounds, least in PAIRS
        for ground in grounds
    ]


def contrast(one, other):
    """The contrast ratio of two colours written as #rrggbb, 1 to 21. Source: WCAG 2.2, “contrast ratio”."""
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _source():
    return (SOURCES / "tokens.css").read_text()
