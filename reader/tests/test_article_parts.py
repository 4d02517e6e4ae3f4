"""What stands above the list of contents of an article."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from editions import ledger
from editions.tests.factories import facts
from reader.templatetags.article_parts import in_two_parts


def section(kind, words="Words."):
    return f'<section id="{kind}" data-kind="{kind}" class="section"><p>{words}</p></section>'


WARNING, POINTS, OVERVIEW, FAQ = (section(kind) for kind in ("boxed_warning", "key_points", "overview", "faq"))


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ([WARNING, POINTS], [OVERVIEW, FAQ]),
        ([POINTS], [OVERVIEW, POINTS]),
        ([], [OVERVIEW, POINTS]),
        ([], [WARNING, POINTS]),
        ([], ["<p>Words of an older form.</p>", POINTS, FAQ]),
        ([], []),
    ],
)
def test_the_warning_and_the_key_points_stand_above_the_contents(first, rest):
    html = "\n".join([*first, *rest])
    above, below = in_two_parts(html)
    assert above + below == html
    assert above.strip() == "\n".join(first)


def test_readers_meet_key_points_then_help_then_contents_then_the_text(manuscript, clock, read):
    kinds = ("key_points", "overview", "faq")
    made = ledger.seal_edition(
        page_id=manuscript("sleep").pk,
        kind="reviewed",
        content="{}",
        html="\n".join([POINTS, section("overview", "What it is."), FAQ]),
        metadata=facts(crisis=True, sections=[{"id": kind, "heading": kind, "kind": kind} for kind in kinds]),
        frozen_at=timezone.now(),
        by=None,
    )
    ledger.publish(made, by=None)
    clock.shift(timedelta(seconds=2))
    article = BeautifulSoup(read("/articles/sleep/").content, "html.parser").find("article")
    text = str(article)
    places = [text.index(found) for found in ('id="key_points"', "crisis-line-top", 'class="contents', "What it is.")]
    assert places == sorted(places)
    assert [part.section["id"] for part in article.select(".article-body")] == ["key_points", "overview"]
