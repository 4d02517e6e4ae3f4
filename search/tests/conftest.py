"""A site with articles in the ledger, an index of its own for each test, and time that the test moves."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page, Site

from editions import ledger
from editions.canonical import canonical_json
from editions.tests.factories import facts
from search import replica
from search.query import search


@pytest.fixture(autouse=True)
def index_dir(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    yield settings.SEARCH_INDEX_DIR
    replica._opened.clear()


@pytest.fixture
def home(db):
    Site.clear_site_root_paths_cache()
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def add_page(home):
    """Makes a page of the tree for an article, unpublished as articles' pages are."""

    def add(slug):
        return home.add_child(instance=Page(title=slug, slug=slug, live=False))

    return add


@pytest.fixture
def article(add_page, clock):
    """Seals an article in sections, `{id: text}`, and shows it to readers from a second later on."""

    def make(slug, sections, *, publish=True, page_id=None, kind="reviewed", lapses_at=None, **changes):
        html = "".join(
            f'<section id="{name}" data-kind="overview"><h2>{name.replace("-", " ").capitalize()}</h2>'
            f"<p>{text}</p></section>"
            for name, text in sections.items()
        )
        sealed = ledger.seal_edition(
            page_id=page_id or add_page(slug).pk,
            kind=kind,
            content=canonical_json(sections),
            html=html,
            metadata=facts(**{"title": slug.replace("-", " ").capitalize(), **changes}),
            frozen_at=timezone.now(),
            lapses_at=lapses_at,
            by=None,
        )
        if publish:
            ledger.publish(sealed, by=None)
        return sealed

    return make


@pytest.fixture
def find(start):
    """Asks as a reader does `after` the test's beginning."""

    def ask(text, after=timedelta(seconds=2), **options):
        return search(text, start + after, RequestFactory().get("/search/"), **options)

    return ask


@pytest.fixture
def titles(find):
    return lambda text, **options: [group["title"] for group in find(text, **options).groups]
