"""A site whose articles stand in the ledger, and time that the test moves."""

from datetime import timedelta

import pytest
from django.test import Client
from wagtail.models import Site

from blog.tests.factories import ArticleFactory, TopicFactory, site_tree
from editions.tests.factories import edition, live_edition

REVIEWERS = [
    {
        "name": "Rea Viewer",
        "post_nominals": "MD",
        "profession": "psychiatrist",
        "registration_number": "REG1",
        "valid_until": "2035-12-31",
    }
]
REVIEWED = {"reviewers": REVIEWERS, "reviewed_on": "2026-11-03", "next_review_due": "2027-11-03"}


@pytest.fixture
def tree(db):
    """`(home, index)` of the default site."""
    Site.clear_site_root_paths_cache()
    return site_tree()


@pytest.fixture
def site(tree):
    """The default site, under a name and port of its own."""
    site = tree[0].sites_rooted_here.get()
    site.hostname, site.port = "clinic.example", 443
    site.save()
    return site


@pytest.fixture
def manuscript(tree, clock):
    """Makes an article that no reader has seen."""

    def make(slug, **fields):
        return ArticleFactory(slug=slug, title=f"Draft title of {slug}", **fields)

    return make


@pytest.fixture
def topic(tree, clock):
    return TopicFactory(title="Depression", slug="depression")


@pytest.fixture
def sealed(manuscript):
    """Makes an article with a reviewed edition and no date."""

    def make(slug, **options):
        return edition(manuscript(slug).pk, title=slug.capitalize(), **(REVIEWED | options))

    return make


@pytest.fixture
def shown(manuscript, clock):
    """Makes an article that readers get at this moment."""

    def make(slug, **options):
        made = live_edition(manuscript(slug).pk, **{"title": slug.capitalize(), **REVIEWED, **options})
        clock.shift(timedelta(seconds=2))
        return made

    return make


@pytest.fixture
def read(client):
    """The response that a reader gets at an address, and its text."""

    def get(path, **options):
        response = client.get(path, **options)
        response.text_shown = response.content.decode()
        return response

    return get


@pytest.fixture
def answer():
    """Posts the form of feedback as a browser does, without a token; None leaves a field out."""

    def send(address="/articles/sleep/feedback/", sender=None, **fields):
        sent = {"edition": 1, "helpful": "yes", "sentence": "", "website": ""} | fields
        visitor = Client(enforce_csrf_checks=True, REMOTE_ADDR=sender or "203.0.113.7")
        return visitor.post(address, {name: value for name, value in sent.items() if value is not None})

    return send
