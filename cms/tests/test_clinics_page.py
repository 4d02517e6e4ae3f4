"""The clinic's page, which the customer gave us, is on the demo site whole: each line of it where it belongs.

`cms/demo/clinic-page.txt` is that page as it came: the clinic's earlier site as a visitor saw it, with its promise, its
tagline, its article and its cart, and nothing of ours in it. A line that readers cannot find word for word is a line of
the customer's that we have lost or rewritten.
"""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from cms.management.commands.load_demo import CLINIC_PAGE
from cms.tests.public_pages import tree

LINES = [line for line in CLINIC_PAGE.read_text(encoding="utf-8").splitlines() if line.strip()]
ARTICLE = "/articles/unlocking-the-potential-of-ketamine-from-anesthetic-to-depression-treatment/"
INNERMOST = ".//*[self::h2 or self::th or self::p][not(.//p)]"
NUMBERED = re.compile(r"\s+(\d)\. (.+)")
SENTENCES = re.compile(r"(?<=[.!?]) ")
# The one sentence that is a table on the page: a row for each effect, so that "and" and the commas are not there.
TABLE = re.compile(r"(?<=may include) |, and |, |\.$")


@pytest.fixture
def pages(client, db):
    """Address → tree of the pages of the demo site that hold the clinic's words."""
    call_command("load_demo", verbosity=0)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        return {path: tree(client.get(path)) for path in ("/", "/services/", "/cart/", ARTICLE)}


def texts(place, path):
    return [" ".join(found.text_content().split()) for found in place.xpath(path)]


def lost(lines, pages):
    """The lines of the clinic's page that are not where they belong."""
    promise, tagline, title, *article, number, heading, invitation, way = lines
    cart = pages["/cart/"]
    found = [
        all(is_the_offer(promise, pages[path]) for path in ("/", "/services/")),
        all(texts(page, "//header//*[@class='brand__tagline']") == [tagline] for page in pages.values()),
        texts(pages[ARTICLE], "//main//h1") == [title],
        *in_the_article(article, pages[ARTICLE].xpath("//main//*[@class='article-body']")[0]),
        texts(cart, "//header//a[@href='/cart/']") == [f"Cart, {number} items"],
        texts(cart, "//main//h2") == [heading],
        texts(cart, "//main//h2/following-sibling::p[1]") == [invitation],
        texts(cart, "//main//a[@href='/services/']") == [way],
    ]
    return [line for line, is_there in zip(lines, found, strict=True) if not is_there]


def is_the_offer(promise, page):
    """The promotion's own words, with nothing but a link behind them, and outside what the page is about."""
    own = page.xpath("//*[@class='promotion__text'][not(ancestor::main)]/text()")
    return [text.strip() for text in own if text.strip()] == [promise]


def in_the_article(lines, body):
    """Whether each line stands in the article's text, as what it is, and after what stood before it."""
    headings, blocks, place = texts(body, ".//h2"), texts(body, INNERMOST), 0
    for line in lines:
        numbered = NUMBERED.fullmatch(line)
        text = numbered[2] if numbered else line
        if numbered:
            as_what_it_is = texts(body, f".//ol/li[{numbered[1]}]") == [text]
        else:
            as_what_it_is = text.endswith((".", ":")) or text in headings
        end = end_of(text, blocks, place)
        yield as_what_it_is and end is not None
        place = place if end is None else end


def end_of(text, blocks, place):
    """The number of the block where `text` ends, from block `place` on: in one piece, sentence by sentence, or as rows.

    A paragraph of the clinic's may stand in two sections. None if a piece is missing.
    """
    if text in blocks[place:]:
        return blocks.index(text, place)
    for sentence in SENTENCES.split(text):
        here = [number for number, block in enumerate(blocks) if number >= place and sentence in SENTENCES.split(block)]
        place = here[0] if here else end_of_rows(sentence, blocks, place)
        if place is None:
            break
    return place


def end_of_rows(sentence, blocks, place):
    beginning, *rows = [piece for piece in TABLE.split(sentence) if piece]
    try:
        place = next(n for n, block in enumerate(blocks) if n >= place and SENTENCES.split(block)[-1] == beginning)
        for row in rows:
            place = blocks.index(row, place)
    except (StopIteration, ValueError):
        return None
    return place


def test_every_line_is_found(pages):
    assert len(LINES) == 20
    assert lost(LINES, pages) == []


def test_a_line_with_another_word_in_it_is_missed(pages):
    """For every line, and every word of it: nothing is compared loosely, and nothing is skipped."""
    for number, line in enumerate(LINES):
        words = line.split(" ")
        for place, word in enumerate(words):
            if word.strip("0123456789. ") or line == word:
                other = " ".join([*words[:place], f"un{word}", *words[place + 1 :]])
                assert lost([*LINES[:number], other, *LINES[number + 1 :]], pages) == [other]


def test_lines_that_are_in_another_order_are_missed(pages):
    second, third = LINES[4:6]
    assert lost([*LINES[:4], third, second, *LINES[6:]], pages)
