import json
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command

from blog import content_shapes
from blog.content import content
from blog.importers import read_file
from blog.rendering import render_body
from blog.tests.factories import ArticleFactory
from blog.tests.pictures import picture_file, section, upload
from editions.canonical import digest
from editions.models import Edition

pytestmark = pytest.mark.django_db


def run(*args, **options):
    out = StringIO()
    call_command("export_article", *map(str, args), stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_the_latest_draft_is_written(tmp_path, kind):
    article = ArticleFactory(title="How we work")
    path = tmp_path / f"article.{kind}"
    assert f"“How we work” is in {path}." in run(article.pk, format=kind, output=str(path))
    assert "The clinic is open on weekdays." in str(read_file(path.name, path.read_bytes()).sections)


def test_a_file_gets_the_articles_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(ArticleFactory(title="../How we / work").pk)
    assert [path.name for path in tmp_path.iterdir()] == ["how-we-work.docx"]


def test_an_edition_of_an_older_shape_is_written_in_todays(tmp_path, approved_with):
    points = [{"type": "item", "id": "1", "value": "One."}]
    edition = approved_with({"body": [{"type": "key_points", "id": "2", "value": {"points": points}}]})
    run(edition.page_id, edition=1, format="md", output=str(tmp_path / "a.md"))
    imported = read_file("a.md", (tmp_path / "a.md").read_bytes())
    assert dict(imported.sections)["key_points"]["points"] == [{"text": "One.", "source": None}]


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_an_edition_whose_upload_is_gone_is_written_with_the_picture_that_its_readers_get(
    tmp_path, approved_with, kind
):
    image = upload()
    article = ArticleFactory(body=[section(upload(picture_file(9, 9))), section(image)])
    html, _sections = render_body(article)
    edition = approved_with({"body": content(article)["body"]}, html=html)
    image.delete()
    run(edition.page_id, edition=1, format=kind, output=str(tmp_path / f"a.{kind}"))
    imported = read_file(f"a.{kind}", (tmp_path / f"a.{kind}").read_bytes())
    copies = [BeautifulSoup(html, "html.parser").find_all("img")[1]["src"].rpartition("/")[2].partition(".")[0]]
    assert [digest(picture.data) for picture in imported.pictures.values()] == [digest(picture_file(9, 9)), *copies]


def test_so_is_one_that_was_sealed_before_pictures_were_called_pictures(tmp_path, approved_with, monkeypatch):
    image = upload()
    article = ArticleFactory(body=[section(image)])
    html = render_body(article)[0].replace('data-kind="image"', 'data-kind="photo"')
    edition = approved_with({"body": [block | {"type": "photo"} for block in content(article)["body"]]}, html=html)
    image.delete()

    def photo_is_image(stream):
        return [block | {"type": "image"} if block["type"] == "photo" else block for block in stream]

    monkeypatch.setattr(content_shapes, "STEPS", (*content_shapes.STEPS, photo_is_image))
    run(edition.page_id, edition=1, format="docx", output=str(tmp_path / "a.docx"))
    imported = read_file("a.docx", (tmp_path / "a.docx").read_bytes())
    assert ([kind for kind, _value in imported.sections], len(imported.pictures)) == (["image"], 1)


@pytest.fixture
def approved_with(start):
    def edition(changes, html=""):
        article = ArticleFactory()
        whole = {name: value for name, value in content(article).items() if name != "shape"} | changes
        return Edition.objects.create(
            page_id=article.pk,
            number=1,
            kind="reviewed",
            content=json.dumps(whole),
            html=html,
            metadata='{"title":""}',
            frozen_at=start,
            made_at=start,
        )

    return edition


def test_what_is_not_there_is_said(tmp_path):
    article = ArticleFactory()
    with pytest.raises(CommandError, match="no article"):
        run(999)
    with pytest.raises(CommandError, match="no edition 3"):
        run(article.pk, edition=3)
    with pytest.raises(CommandError, match="cannot be written"):
        run(article.pk, output=str(tmp_path / "none" / "a.docx"))
