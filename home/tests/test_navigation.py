"""The header and the footer that editors put together, and that stand without anything set."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.tests.factories import TopicFactory
from editions import ledger
from home.blocks import MOST_IN_FOOTER, MOST_IN_HEADER, SiteLinkBlock
from home.models import SiteSettings, TextPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def settle(tree):
    """Saves the site's settings; links are given as dicts."""

    def save(header=(), policy=(), **fields):
        site = Site.objects.get(is_default_site=True)
        SiteSettings.objects.filter(site=site).delete()
        return SiteSettings.objects.create(
            site=site,
            header_links=[("link", link) for link in header],
            policy_pages=[("link", link) for link in policy],
            **fields,
        )

    return save


@pytest.fixture
def privacy(tree):
    return tree[0].add_child(instance=TextPage(title="Privacy", slug="privacy", body="<p>We keep little.</p>"))


def part(text, start, end):
    return text[text.index(start) : text.index(end, text.index(start))]


def header(read, path="/"):
    return part(read(path).text_shown, "<header", "</header>")


def footer(read, path="/"):
    return part(read(path).text_shown, "<footer", "</footer>")


def test_links_that_were_set_take_the_place_of_the_usual_ones_in_their_order(settle, read, topic, privacy):
    settle(header=[{"page": privacy}, {"page": topic, "label": "Feeling low"}, {"address": "/a-to-z/", "label": "All"}])
    text = header(read)
    assert text.index('href="/privacy/">Privacy') < text.index('href="/depression/">Feeling low')
    assert text.index('href="/depression/">') < text.index('href="/a-to-z/">All<')
    assert "All articles" not in text


def test_page_that_readers_cannot_open_is_left_out(settle, read, topic, privacy):
    settle(header=[{"page": privacy}, {"page": topic}])
    privacy.unpublish()
    assert "Privacy" not in header(read)
    assert "Depression" in header(read)
    topic.delete()
    assert "All articles" in header(read)


def test_article_is_linked_by_its_label_while_it_is_shown(settle, read, shown, manuscript, clock):
    made = shown("sleep")
    draft = manuscript("draft")
    settle(
        policy=[
            {"page": draft, "label": "A draft"},
            {"page": draft.__class__.objects.get(pk=made.page_id), "label": "On sleep"},
        ]
    )
    assert 'href="/articles/sleep/">On sleep' in footer(read)
    assert "A draft" not in footer(read)
    ledger.withdraw(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert "On sleep" not in footer(read)


def test_title_of_a_draft_is_never_shown_in_a_link(settle, read, shown, manuscript):
    made = shown("sleep")
    settle(policy=[{"page": manuscript("other").__class__.objects.get(pk=made.page_id)}])
    assert "Draft title" not in read("/").text_shown


def test_footer_leads_to_policies_and_to_people(settle, read, privacy):
    settle(
        policy=[{"page": privacy}],
        contact_email="hello@clinic.example",
        contact_phone="+18005550100",
        contact_phone_display="1-800-555-0100",
        contact_hours="Weekdays, 9 to 5",
    )
    text = footer(read, "/privacy/")
    assert 'href="/privacy/">Privacy' in text
    assert 'href="mailto:hello@clinic.example"' in text
    assert 'href="tel:+18005550100">1-800-555-0100' in text
    assert "Weekdays, 9 to 5" in text


@pytest.mark.parametrize("path", ["/", "/articles/", "/articles/sleep/", "/search/?q=sleep", "/a-to-z/", "/nowhere/"])
def test_empty_settings_break_no_page(settle, read, shown, path):
    shown("sleep")
    for saved in [False, True]:
        if saved:
            settle()
        assert read(path).status_code == (404 if path == "/nowhere/" else 200)
        assert "Contact" not in footer(read, path)
        assert "<nav" not in footer(read, path)


def test_full_navigation_takes_no_query_more(settle, client, shown, tree, clock):
    topics = [TopicFactory(title=f"Topic {number}", slug=f"topic-{number}") for number in range(MOST_IN_FOOTER)]
    shown("sleep")
    counts = []
    for links in [0, MOST_IN_HEADER]:
        settle(header=[{"page": page} for page in topics[:links]], policy=[{"page": page} for page in topics if links])
        client.get("/articles/sleep/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/articles/sleep/")
        counts.append(len(queries))
    assert counts == [6, 6], [query["sql"] for query in queries]


def test_link_says_where_it_leads_and_what_it_is_called(privacy, manuscript):
    block = SiteLinkBlock()
    good = [
        {"page": privacy, "address": "", "label": ""},
        {"page": None, "address": "/a-to-z/", "label": "All topics"},
        {"page": None, "address": "https://example.org/help", "label": "Help elsewhere"},
        {"page": manuscript("sleep"), "address": "", "label": "On sleep"},
    ]
    for value in good:
        block.clean(block.normalize(value))
    bad = [
        {"page": None, "address": "", "label": "Nowhere"},
        {"page": privacy, "address": "/a-to-z/", "label": "Both"},
        {"page": None, "address": "/a-to-z/", "label": ""},
        {"page": manuscript("draft"), "address": "", "label": ""},
    ]
    bad += [
        {"page": None, "address": address, "label": "Bad"}
        for address in [
            "javascript:alert(1)",
            "//evil.example",
            "/\\evil.example",
            "http://example.org",
            "a-to-z",
            "/a b",
        ]
    ]
    for value in bad:
        with pytest.raises(ValidationError):
            block.clean(block.normalize(value))


def test_administrator_finds_help_at_every_setting(admin_client, tree):
    editable = [field for field in SiteSettings._meta.get_fields() if getattr(field, "editable", False)]
    assert [field.name for field in editable if field.name != "id" and not field.help_text] == []
    text = admin_client.get("/admin/settings/home/sitesettings/", follow=True).content.decode()
    for name in ("header_links", "policy_pages", "contact_email", "brand_name"):
        assert name in text


def test_text_page_shows_its_words_and_the_way_home(read, privacy):
    text = read("/privacy/").text_shown
    assert "<h1>Privacy</h1>" in text
    assert "<p>We keep little.</p>" in text
    assert 'aria-label="Breadcrumb"' in text
