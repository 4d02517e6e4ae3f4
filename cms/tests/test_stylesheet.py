"""A page of readers asks for one stylesheet, which is the files of `static/css/` and nothing else."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.contrib.staticfiles.views import serve
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone
from lxml import html

from cms import stylesheet
from cms.tests.public_pages import public_pages, tree


def folded(name):
    return [path.name for path in stylesheet.sources()].index(name)


def stylesheets(page):
    return page.xpath("//link[contains(@rel, 'stylesheet') or @as='style']/@href")


@pytest.mark.django_db
def test_every_page_asks_for_one_stylesheet(client):
    call_command("load_demo", verbosity=0)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        pages = public_pages(client)
    assert pages
    assert [address for address, page in pages.items() if stylesheets(tree(page)) != ["/static/css/site.css"]] == []


@pytest.mark.parametrize("template", ["500.html", "pages/unavailable.html"])
def test_so_do_the_pages_for_what_is_broken(template):
    assert stylesheets(html.document_fromstring(render_to_string(template))) == ["/static/css/site.css"]


def test_it_is_every_file_that_is_not_for_staff_and_asks_for_no_other():
    names = [path.name for path in stylesheet.sources()]
    assert sorted(names) == sorted(
        path.name for path in stylesheet.SOURCES.glob("*.css") if not path.name.startswith("admin-")
    )
    assert b"@import" not in stylesheet.stylesheet()


def test_it_begins_with_the_layers_and_keeps_the_order_of_an_articles_text():
    assert [path.name for path in stylesheet.sources()][:2] == ["tokens.css", "base.css"]
    links = render_to_string("components/article_styles.html")
    names = re.findall(r"css/([a-z-]+\.css)", links)
    assert names == [name for name in stylesheet.FIRST if name.startswith("article")]
    text_of_an_article = [folded(name) for name in names]
    assert text_of_an_article == sorted(text_of_an_article)


def test_rules_outside_layers_are_those_of_an_articles_text_alone():
    """A file whose place is left to its name may hold nothing that goes by the place."""
    unlayered = {}
    for path in stylesheet.sources():
        outside = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        while (block := re.sub(r"\{[^{}]*\}", ";", outside)) != outside:
            outside = block
        unlayered[path.name] = [rule.strip() for rule in outside.split(";") if rule.strip()]
    named = set(stylesheet.FIRST) - {"chrome.css", "parts.css"}
    assert {
        name: rule
        for name, rules in unlayered.items()
        for rule in rules
        if name not in named and not rule.startswith("@layer")
    } == {}


def test_it_is_served_as_it_stands(rf):
    response = serve(rf.get("/"), stylesheet.NAME, insecure=True)
    assert b"".join(response.streaming_content) == b"".join(path.read_bytes() for path in stylesheet.sources())


def test_a_changed_file_is_served_changed(tmp_path, monkeypatch, settings):
    settings.STYLESHEET_DIR = tmp_path / "made"
    monkeypatch.setattr(stylesheet, "SOURCES", tmp_path)
    for name in stylesheet.FIRST:
        (tmp_path / name).write_text(f"/* {name} */\n")
    (tmp_path / "admin-desk.css").write_text("/* staff */")
    (tmp_path / "zebra.css").write_text("/* stripes */")
    finder = stylesheet.SiteStylesheetFinder()
    assert Path(finder.find(stylesheet.NAME)).read_text().endswith("/* article-marks.css */\n/* stripes */")
    (tmp_path / "zebra.css").write_text("/* spots */")
    assert Path(finder.find(stylesheet.NAME)).read_text().endswith("/* spots */")
    assert finder.find("css/other.css") == []
    assert [path.name for path in (tmp_path / "made" / "css").iterdir()] == ["site.css"]


def test_production_collects_it_under_a_name_of_its_content_and_compressed(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    # Without the files of the admin, which take long to compress.
    settings.STATICFILES_FINDERS = [name for name in settings.STATICFILES_FINDERS if "AppDirectories" not in name]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    names = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    collected = tmp_path / names[stylesheet.NAME]
    assert re.fullmatch(r"site\.[0-9a-f]{12}\.css", collected.name)
    assert {".br", ".gz"} <= {path.suffix for path in collected.parent.glob(f"{collected.name}.*")}
    hashed = {Path(name).name: Path(now).name for name, now in names.items()}
    expected = re.sub(
        rb"(?<=\.\./fonts/)[a-z-]+\.woff2", lambda font: hashed[font[0].decode()].encode(), stylesheet.stylesheet()
    )
    assert collected.read_bytes() == expected
