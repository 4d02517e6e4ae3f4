"""The page of all articles: what its readers choose among them, and the ways between its pages."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from blog.tests.factories import TopicFactory
from editions import ledger
from editions.tests.factories import edition
from home.models import HomePage

pytestmark = pytest.mark.django_db

UNREVIEWED = {"kind": "unreviewed", "reviewers": [], "reviewed_on": None, "next_review_due": None}


@pytest.fixture
def articles(shown, topic):
    """Three articles of different kinds; one is in the topic, one was never reviewed."""
    shown("sleep", article_type="wellbeing")
    shown("examplamine", article_type="medicine", topics=[{"id": topic.pk, "title": topic.title}])
    shown("infusions", article_type="treatment", **UNREVIEWED)


@pytest.fixture
def many(manuscript, topic, clock, start):
    """Makes so many articles of the topic, newest last."""

    def make(number):
        for place in range(number):
            made = edition(
                manuscript(f"a{place}").pk,
                title=f"Number {place}",
                topics=[{"id": topic.pk, "title": topic.title}],
                article_type="medicine",
            )
            ledger.publish(made, by=None, at=start + timedelta(seconds=number + 200 + place))
        clock.move_to(start + timedelta(minutes=10))

    return make


def titles(response):
    return [entry["title"] for entry in response.context["articles"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Infusions", "Examplamine", "Sleep"]),
        ("?topic=depression", ["Examplamine"]),
        ("?kind=treatment", ["Infusions"]),
        ("?reviewed=yes", ["Examplamine", "Sleep"]),
        ("?topic=depression&kind=medicine&reviewed=yes", ["Examplamine"]),
        ("?topic=depression&kind=wellbeing", []),
        ("?topic=&kind=", ["Infusions", "Examplamine", "Sleep"]),
    ],
)
def test_articles_are_chosen_by_topic_kind_and_review(articles, read, query, found):
    assert titles(read(f"/articles/{query}")) == found


def test_the_choice_stays_in_the_form_with_a_way_to_clear_it(articles, read):
    text = read("/articles/?topic=depression&kind=medicine&reviewed=yes").text_shown
    assert '<option value="depression" selected>Depression</option>' in text
    assert '<option value="medicine" selected>Medicines</option>' in text
    assert re.search(r'name="reviewed" value="yes" checked', text)
    assert '<a class="filters__clear" href="/articles/">Clear</a>' in text
    assert "<title>Articles: Depression, Medicines, reviewed" in text
    assert "1 article<" in text
    assert "Clear" not in read("/articles/").text_shown


def test_a_chosen_view_is_not_indexed_and_names_the_whole_list_as_its_address(articles, read):
    text = read("/articles/?kind=medicine").text_shown
    assert '<meta name="robots" content="noindex, follow">' in text
    assert re.search(r'<link rel="canonical" href="[^"?]*/articles/">', text)
    assert "noindex" not in read("/articles/").text_shown


def test_nothing_that_fits_says_what_to_do(articles, read):
    text = read("/articles/?topic=depression&kind=news").text_shown
    assert "No article fits this choice" in text
    assert 'href="/a-to-z/"' in text


@pytest.mark.parametrize(
    "query",
    ["topic=nowhere", "topic=%00", "topic=" + "a" * 5000, "topic=depression%0A", "kind=nonsense", "kind=%00%FF"],
)
def test_what_there_is_not_is_said_and_all_are_listed(articles, read, query):
    response = read(f"/articles/?{query}")
    assert (response.status_code, len(titles(response))) == (200, 3)
    assert "There is no such" in response.text_shown
    assert "aaaaaa" not in response.text_shown


def test_of_repeated_parameters_the_last_counts(articles, read):
    assert titles(read("/articles/?kind=news&kind=medicine")) == ["Examplamine"]
    assert len(titles(read("/articles/?reviewed=no&reviewed=%00"))) == 3


@pytest.mark.parametrize(
    ("asked", "number"),
    [("-1", 1), ("0", 1), ("abc", 1), ("", 1), ("2", 2), ("3", 3), ("4", 3), ("1000000000", 3), ("9" * 5000, 3)],
)
@pytest.mark.parametrize("path", ["/articles/?", "/articles/?kind=medicine&", "/depression/?"])
def test_the_nearest_page_answers(many, read, path, asked, number):
    many(45)
    response = read(f"{path}page={asked}")
    assert response.context["page_obj"].number == number
    assert len(titles(response)) == {1: 20, 2: 20, 3: 5}[number]


def test_pages_are_numbered_and_keep_the_choice_and_nothing_else(many, read):
    many(45)
    text = read("/articles/?kind=medicine&page=2&junk=1").text_shown
    assert "<title>Articles: Medicines, page 2 of 3" in text
    assert 'href="/articles/?kind=medicine" rel="prev"' in text
    assert 'href="/articles/?kind=medicine&amp;page=3" rel="next"' in text
    assert re.search(r'href="/articles/\?kind=medicine&amp;page=2" aria-current="page"', text)
    assert text.count('aria-current="page"') == 1
    assert "21 to 40 of 45 articles" in text
    assert "junk" not in text


def test_a_topic_has_pages_too(many, read):
    many(45)
    text = read("/depression/?page=3").text_shown
    assert "<title>Depression, page 3 of 3" in text
    assert 'href="/depression/?page=2" rel="prev"' in text
    assert 'rel="next"' not in text


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/articles/", 10),
        ("/depression/", 9),
        ("/articles/?topic=depression&kind=medicine", 10),
        ("/articles/?kind=x", 10),
    ],
)
@pytest.mark.parametrize("number", [1, 45])
def test_queries_are_as_many_for_one_article_as_for_many(many, client, path, count, number):
    many(number)
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).context["page_obj"].paginator.count == number
    assert len(queries) == count, [query["sql"] for query in queries]


def test_feeds_are_offered_beside_the_list(articles, read):
    for path, feed in [("/articles/", "/feed"), ("/depression/", "/depression/feed")]:
        text = read(path).text_shown
        for form in ["atom", "json"]:
            assert re.search(rf'<a href="{feed}\.{form}"', text)
            assert read(f"{feed}.{form}").status_code == 200


def test_only_topics_of_the_site_that_readers_can_open_are_offered(articles, read):
    TopicFactory(title="Hidden", slug="hidden", live=False)
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Other clinic", slug="other"))
    Site.objects.create(hostname="other.example", root_page=home)
    TopicFactory(title="Elsewhere", slug="elsewhere", parent=home)
    assert [topic.title for topic in read("/articles/").context["topics"]] == ["Depression"]
    assert "no such topic" in read("/articles/?topic=hidden").text_shown


def test_a_choice_follows_what_readers_get(articles, shown, read, clock):
    made = shown("rest", article_type="news")
    assert titles(read("/articles/?kind=news")) == ["Rest"]
    ledger.withdraw(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert titles(read("/articles/?kind=news")) == []


def test_an_index_without_articles_offers_no_choice(tree, read):
    assert "filters" not in read("/articles/").text_shown
