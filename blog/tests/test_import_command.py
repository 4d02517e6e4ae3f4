from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from blog.models import ArticlePage, Contribution
from blog.tests.factories import UserFactory, site_tree

pytestmark = pytest.mark.django_db

SEED = Path(settings.BASE_DIR) / "cms" / "demo" / "clinic-page.txt"


def run(file, **options):
    out = StringIO()
    call_command("import_article", str(file), stdout=out, **options)
    return out.getvalue()


def nothing_written():
    return not ArticlePage.objects.exists() and not Contribution.objects.exists()


def test_the_report_says_what_went_where_and_what_is_not_the_articles():
    site_tree()
    UserFactory(username="ann")
    said = run(SEED, parent="articles", owner="ann")
    assert "side_effects “Ketamine Side Effects”: 2 sentences of text, 6 in “side effects”" in said
    assert "cart_browse_label: Browse Products" in said
    assert "not published" in said
    assert "What the clinical rules find in it:" in said
    assert "  AUTH-01, must be put right: 1. " in said
    assert ArticlePage.objects.get().owner.username == "ann"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "There is no file"),
        (b"", "empty"),
        (b"\xff\xfe\x00binary", "UTF-8"),
        (b"Title\n\n\x00\x01", "control characters"),
        (b"Just a sentence without a title.", "no title"),
        (b"# Only a title\n", "no text below it"),
        (b"# Title\n\n" + b"word " * 150_000, "at most 500,000"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_writes_nothing(tmp_path, data, reason):
    site_tree()
    file = tmp_path / "article.md"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CommandError, match=reason):
        run(file)
    assert nothing_written()


def test_a_folder_is_no_document(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        run(tmp_path)


@pytest.mark.parametrize(
    ("options", "reason"), [({"parent": "none"}, "slug none"), ({"owner": "none"}, "account none")]
)
def test_a_wrong_option_is_named(options, reason):
    site_tree()
    with pytest.raises(CommandError, match=reason):
        run(SEED, **options)
    assert nothing_written()


def test_without_an_index_page_there_is_no_place_for_a_draft():
    with pytest.raises(CommandError, match="no article index page"):
        run(SEED)


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    site_tree()
    monkeypatch.setattr("blog.importers.drafts.digest", lambda text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run(SEED)
    assert nothing_written()


def test_the_same_file_twice_makes_two_drafts_with_addresses_of_their_own():
    site_tree()
    run(SEED)
    run(SEED)
    assert len(set(ArticlePage.objects.values_list("slug", flat=True))) == 2
