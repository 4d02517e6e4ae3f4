"""Every type of page, by day and by night, on a phone and on a wide screen, enlarged, and without movement."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test.signals import template_rendered

from tests.journeys.page_types import page_types

ROOT = Path(__file__).resolve().parents[2]
IN_THE_PAGE = Path(__file__).with_name("in_the_page.js").read_text()
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# What is left of a screen of 1280 by 1024 when everything is twice and four times as large; and the narrowest phone.
ENLARGED = {"320 pixels": (320, 640), "200 %": (640, 512), "400 %": (320, 256)}
# What stands in a frame of the editor.
NOT_FOR_READERS = {"pages/article_preview.html"}


@pytest.fixture
def drawn():
    """The names of the templates that were drawn."""
    names = set()

    def remember(template, **kwargs):
        names.add(template.name)

    template_rendered.connect(remember)
    yield names
    template_rendered.disconnect(remember)


def every_look(page):
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            yield f"{scheme}, {size['width']} wide"


def test_no_type_of_page_breaks_a_rule_that_a_machine_can_check(page, demo, clock, drawn):
    found = []
    for name in page_types(page, clock):
        page.evaluate(Axe().axe_script)
        for look in every_look(page):
            for broken in page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]:
                found.append(f"{name} ({look}): {broken['id']} at {[node['target'] for node in broken['nodes']]}")
    assert found == []
    there_are = {f"pages/{path.name}" for path in (ROOT / "templates" / "pages").glob("*.html")} - NOT_FOR_READERS
    assert there_are - drawn == set(), "a type of page that tests/journeys/page_types.py does not know"


def test_every_type_of_page_can_be_enlarged_and_holds_still_where_that_is_wished(page, demo, clock):
    page.emulate_media(reduced_motion="reduce")
    found = []
    for name in page_types(page, clock):
        for size, (width, height) in ENLARGED.items():
            page.set_viewport_size({"width": width, "height": height})
            found += [f"{name} ({size}): {line}" for line in page.evaluate(IN_THE_PAGE)]
        page.set_viewport_size(WIDE)
    assert found == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('<p style="inline-size: 3000px">A line that does not break</p>', "scrolls sideways"),
        ('<p style="inline-size: 3em; overflow: hidden; white-space: nowrap">A line without its end</p>', "cut off"),
        ('<p>What is below</p><p style="margin-block-start: -2.2em">What lies on it</p>', "one over the other"),
        ('<a href="/">A link</a><p style="position: fixed; inset: 0; background: white"></p>', "not seen when it has"),
        ('<p style="transition: color 1s">It fades</p>', "moves"),
        (
            "<style>@keyframes a { to { opacity: 0 } } p::before { content: ''; animation: a 1s }</style><p>x</p>",
            "moves",
        ),
        ('<p style="scroll-behavior: smooth">It glides</p>', "glides"),
        ("<p>Words, and <a href='/'>a link</a></p>", None),
    ],
)
def test_what_would_be_wrong_is_seen(page, words, said):
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(words)
    assert {line.split(":")[0][: len(said or "")] for line in page.evaluate(IN_THE_PAGE)} == ({said} if said else set())
