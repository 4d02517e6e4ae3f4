"""The demo: its articles on their honest ways, and nothing added twice."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.conf import settings as project
from django.core.management import call_command
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from blog.blocks import ArticleBody
from blog.clinical_rules import Level, check
from blog.content import content
from blog.exporters import exported, stored_pictures
from blog.importers import SiteLibrary, create_draft, read_file
from editions import verification
from editions.models import Edition, Publication, PublicState
from home.models import SiteSettings
from people.models import User
from shop.models import ServicePage

pytestmark = pytest.mark.django_db


def load():
    said = StringIO()
    call_command("load_demo", stdout=said)
    return said.getvalue()


def test_demo_tells_who_can_sign_in(settings, client):
    settings.DEMO_PASSWORD = ""
    said = load()
    password = said.split("password ")[1].split(":")[0]
    for name in ("demo-author", "demo-reviewer", "demo-admin"):
        assert name in said
        assert client.login(username=name, password=password)


@pytest.mark.parametrize("host", ["http://127.0.0.1:8000", "https://clinic.example", "http://clinic.example"])
def test_site_bears_the_address_at_which_the_demo_runs(settings, host):
    settings.WAGTAILADMIN_BASE_URL = host
    load()
    assert Site.objects.get().root_url == host


@pytest.mark.parametrize(
    ("made_at", "started_at", "then"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("http://127.0.0.1:8000", "http://localhost:8000", "http://localhost:8000"),
        ("https://clinic.example", "http://127.0.0.1:8123", "https://clinic.example"),
        ("http://127.0.0.1:8000", "https://clinic.example", "http://127.0.0.1:8000"),
    ],
)
def test_demo_that_is_started_at_another_port_moves_there_and_no_other_site_does(settings, made_at, started_at, then):
    settings.WAGTAILADMIN_BASE_URL = made_at
    load()
    settings.WAGTAILADMIN_BASE_URL = started_at
    load()
    assert Site.objects.get().root_url == then


def test_development_settings_take_the_address_that_the_server_is_started_at():
    said = subprocess.run(
        [sys.executable, "-c", "from cms.settings import dev; print(dev.WAGTAILADMIN_BASE_URL)"],
        cwd=project.BASE_DIR,
        env=os.environ | {"ENV_FILE": os.devnull, "HOST": "localhost", "PORT": "8123"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "http://localhost:8123"


def test_clinics_article_is_public_without_review_and_the_others_with():
    load()
    kinds = {edition.facts["title"][:9]: edition.kind for edition in Edition.objects.all()}
    assert kinds == {"How our a": "reviewed", "Examplami": "reviewed", "Unlocking": "unreviewed"}
    assert PublicState.objects.at(timezone.now() + timedelta(seconds=5)).shown().count() == 3
    assert list(verification.faults()) == []


def test_model_article_has_every_kind_of_section_and_nothing_for_the_rules_to_find(client):
    load()
    edition = Edition.objects.get(metadata__contains="Examplamine for depression")
    content = json.loads(edition.content)
    assert {block["type"] for block in content["body"]} == set(ArticleBody().child_blocks)
    assert [flag for flag in check(content) if flag.level is not Level.NOTE] == []
    assert content["medicine"]["generic_name"] == "examplamine"
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        page = client.get("/articles/examplamine-for-depression/")
    assert "Demonstration article" in page.text
    for kind in (*ArticleBody().child_blocks, "boxed_warning", "references"):
        assert f'data-kind="{kind}"' in page.text


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_model_article_comes_back_from_its_export_with_the_image_that_the_site_has(kind):
    load()
    article = Page.objects.get(slug="examplamine-for-depression").specific
    picture = get_image_model().objects.get()
    whole = content(article)
    imported = read_file(f"a.{kind}", exported(whole, kind, stored_pictures(whole)), SiteLibrary())
    draft = create_draft(imported, owner=article.owner)
    assert get_image_model().objects.get() == picture
    assert [block.value["image"] for block in draft.body if block.block_type == "image"] == [picture]


def test_site_chrome_goes_to_the_site_and_not_into_the_article():
    load()
    site_settings = SiteSettings.objects.get()
    assert site_settings.tagline == "Nurturing Mental Health and Wellness"
    assert site_settings.cart_browse_label == "Browse Products"
    assert "20% off" not in Edition.objects.get(kind="unreviewed").html


def test_shop_front_shows_the_clinics_promise_word_for_word_with_its_terms_and_invented_services(client):
    load()
    promise = (
        "We guarantee to be the most affordable online mental health clinic. If you find a better price, we&#x27;ll "
        "give you 20% off!"
    )
    for path in ("/", "/services/"):
        page = client.get(path).text
        assert promise in page
        assert 'href="/price-promise/">Terms</a>' in page
        assert "invented" in page
        assert "/services/evening-group/" in page
    assert "These terms are invented." in client.get("/price-promise/").text
    assert [service.get_kind_display() for service in ServicePage.objects.order_by("path")] == [
        "Assessment",
        "Consultation",
        "Group or programme",
    ]
    assert client.get("/cart/").text.count("Browse Products") == 1


def test_reviewed_articles_can_be_handed_in_again_as_they_are():
    load()
    for article in Edition.objects.filter(kind="reviewed"):
        draft = Page.objects.get(pk=article.page_id).specific.get_latest_revision_as_object()
        draft.body.stream_block.clean(draft.body)


def test_second_load_adds_nothing():
    load()
    before = [model.objects.count() for model in (Page, User, Edition, Publication)]
    assert "nothing was added" in load()
    assert [model.objects.count() for model in (Page, User, Edition, Publication)] == before


def test_second_load_reminds_of_the_accounts_and_the_password_they_were_made_with(settings):
    settings.DEMO_PASSWORD = "quite-a-password"
    load()
    said = load()
    assert "quite-a-password" in said and "demo-reviewer" in said and "Reviewers" in said
