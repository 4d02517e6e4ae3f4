"""An article's row is never live: what readers get of it stands in the ledger. So `.live()` is asked only of pages
that are published Wagtail's way, by the name of their class; where classes are out of reach, by `live=True`."""

import ast

import pytest

from tests.structure.sources import place, product_modules

PUBLISHED_BY_WAGTAIL = {"HomePage", "ArticleIndexPage", "TopicPage", "ServiceIndexPage", "ServicePage"}


def root_name(node: ast.expr) -> str:
    """The name at the left end of `Name.a(…).b.c(…)`, or an empty string."""
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def questions_about_live(source: str) -> list[int]:
    """Lines that call `.live()` on something else than the classes above, or filter articles by `live=`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        root = root_name(node.func)
        if node.func.attr in ("live", "not_live") and not node.args:
            asks = root not in PUBLISHED_BY_WAGTAIL
        else:
            asks = root == "ArticlePage" and any(keyword.arg == "live" for keyword in node.keywords)
        if asks:
            found.append(node.lineno)
    return found


def test_only_pages_that_wagtail_publishes_are_asked_whether_they_are_live():
    assert [place(path, line) for path in product_modules() for line in questions_about_live(path.read_text())] == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("ArticlePage.objects.live()", [1]),
        ("page.get_children().live().specific()", [1]),
        ("ArticlePage.objects.filter(live=True)", [1]),
        ("TopicPage.objects.filter(locale=locale).live()", []),
        ("desk.live(moment)", []),
        ("Page.objects.filter(pk=site.root_page_id, live=True)", []),
    ],
)
def test_the_question_is_seen(source, lines):
    assert questions_about_live(source) == lines
