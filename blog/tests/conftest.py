"""People at work in Wagtail's admin, and articles in the states they meet them in."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.tests.factories import ArticleFactory, UserFactory
from editions import ledger
from editions.tests import factories as ledger_factories
from people import roles

START = datetime(2027, 3, 1, 12, tzinfo=UTC)
WORDS = "Words that nobody has approved."


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def member(group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.fixture
def author(db):
    return member(roles.AUTHORS)


@pytest.fixture
def administrator(db):
    return member(roles.ADMINS)


@pytest.fixture
def superuser(db):
    return UserFactory(is_superuser=True)


@pytest.fixture
def draft(author):
    """An article that nobody approved, with words of its own."""
    return ArticleFactory(
        title="How we work",
        slug="how-we-work",
        owner=author,
        saved_by=author,
        body=[("overview", {"section_heading": "", "body": f"<p>{WORDS}</p>"})],
    )


@pytest.fixture
def approved(draft, clock):
    """An article with an approved edition, whose draft has moved on."""
    draft.edition = ledger_factories.edition(draft.pk, words="Approved words.", title=draft.title)
    clock.shift(60)
    return draft


@pytest.fixture
def published(approved, clock):
    """An article whose approved edition readers get."""
    ledger.publish(approved.edition, by=None)
    clock.shift(60)
    return approved


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def editor_data(**changes):
    """What the article editor posts."""
    return nested_form_data(
        {
            "title": "How we work",
            "slug": "how-we-work",
            "summary": "What to expect when you come to us.",
            "article_type": "wellbeing",
            "topics": [],
            "body": streamfield([("overview", {"section_heading": "", "body": rich_text(f"<p>{WORDS}</p>")})]),
            "authors": inline_formset([]),
            "references": inline_formset([]),
            "funding": "None",
            "competing_interests": "None declared",
            "review_interval_months": "12",
            "comments": inline_formset([]),
            **changes,
        }
    )


def messages_of(response):
    return " ".join(str(message) for message in response.context["messages"])


def readers_get(page):
    """Status and text of what a reader gets at the page's address."""
    response = Client().get(page.url)
    return response.status_code, response.content.decode()
