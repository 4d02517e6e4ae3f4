"""The section that is a picture: what it needs, what it prints, and what of it is sealed."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.blocks import ArticleBody
from blog.content import content
from blog.models import ArticlePage
from blog.readiness import gaps
from blog.rendering import render_body
from blog.tests.factories import OVERVIEW, ArticleFactory
from blog.tests.pictures import picture_file, replace, section, upload
from editions.canonical import canonical_json, digest

pytestmark = pytest.mark.django_db
BLOCK = ArticleBody().child_blocks["image"]


@pytest.fixture
def image():
    return upload()


def article_with(*sections):
    return ArticleFactory(body=[OVERVIEW, *sections])


def printed(*sections):
    html, contents = render_body(article_with(*sections))
    return BeautifulSoup(html, "html.parser").find_all("section")[1:], contents[1:]


def errors(image, **fields):
    try:
        BLOCK.clean(BLOCK.normalize(section(image, **fields)[1]))
    except ValidationError as error:
        return {name: " ".join(problem.messages) for name, problem in error.block_errors.items()}
    return {}


def seal(article):
    return digest(canonical_json(content(article)))


def test_a_picture_is_printed_from_the_record_with_its_words(image):
    (found,), _contents = printed(section(image, caption="A room", credit="Ada Example"))
    picture = found.figure.img
    assert picture["src"].startswith("/record/") and picture["src"].endswith(".jpg")
    assert (picture["width"], picture["height"]) == ("960", "540")
    sources = found.figure.picture.find_all("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    assert all(source["srcset"].count("/record/") == 3 and source["sizes"] for source in sources)
    assert (picture["alt"], picture["loading"], picture["decoding"]) == ("A quiet room", "lazy", "async")
    assert " ".join(found.figcaption.text.split()) == "A room Picture: Ada Example"


def test_a_picture_that_opens_the_article_is_not_put_off(image):
    html, _contents = render_body(ArticleFactory(body=[section(image), section(image)]))
    first, second = BeautifulSoup(html, "html.parser").find_all("img")
    assert not first.get("loading") and second["loading"] == "lazy"


def test_without_a_heading_the_caption_names_it_and_the_contents_leave_it_out(image):
    found, contents = printed(section(image, caption="A “quiet” <room>"), section(image))
    assert [part["aria-label"] for part in found] == ["A “quiet” <room>", "Picture"]
    assert [part["id"] for part in found] == ["image", "image-2"]
    assert not any(part.h2 or part.get("aria-labelledby") for part in found)
    assert contents == []


def test_with_a_heading_it_is_a_section_like_others(image):
    (found,), contents = printed(section(image, section_heading="The room"))
    assert found["aria-labelledby"] == found.h2["id"] and not found.get("aria-label")
    assert [(part["id"], part["heading"], part["kind"]) for part in contents] == [("the-room", "The room", "image")]


def test_a_decoration_is_passed_over_by_screen_readers(image):
    (found,), _contents = printed(section(image, decorative=True))
    assert found.img["alt"] == ""


@pytest.mark.parametrize("lost", ["row", "file"])
def test_a_draft_whose_picture_is_gone_prints_its_description(image, lost):
    article = article_with(section(image))
    image.file.storage.delete(image.file.name)
    if lost == "row":
        image.delete()
    html = BeautifulSoup(render_body(ArticlePage.objects.get(pk=article.pk))[0], "html.parser")
    assert not html.img
    assert html.select_one(".figure__missing").text == "A quiet room"


def test_a_finished_picture_has_a_description_or_is_decoration(image):
    assert errors(image) == errors(image, alt_text="", decorative=True) == {}
    assert errors(image, alt_text=" ") == {
        "alt_text": "Describe the picture, or tick “Only decoration” if it tells nothing."
    }


@pytest.mark.parametrize(("field", "limit"), [("alt_text", 200), ("caption", 200), ("credit", 120)])
def test_its_words_are_short(image, field, limit):
    assert errors(image, **{field: "x" * limit}) == {}
    assert set(errors(image, **{field: "x" * (limit + 1)})) == {field}


def test_a_missing_file_is_told_at_the_picture(image):
    image.file.storage.delete(image.file.name)
    assert errors(image) == {
        "image": "The file of this picture is missing. Upload it again, or choose another picture."
    }
    BLOCK.clean_deferred(BLOCK.normalize(section(image)[1]))


def test_a_missing_file_keeps_an_article_from_being_handed_in_by_any_road(image):
    article = article_with(section(image))
    assert [gap for gap in gaps(article) if gap.field == "body"] == []
    image.file.storage.delete(image.file.name)
    (gap,) = (gap for gap in gaps(ArticlePage.objects.get(pk=article.pk)) if gap.field == "body")
    assert gap.block_id == article.body[1].id
    assert "is missing" in gap.message


def test_a_picture_is_sealed_by_the_bytes_of_its_file(image):
    article = article_with(section(image))
    sealed = content(article)["body"][1]["value"]["image"]
    assert sealed == {"id": image.pk, "digest": digest(picture_file())}
    before = seal(article)
    replace(image, picture_file(colour="navy"))
    assert seal(ArticlePage.objects.get(pk=article.pk)) != before


def test_a_draft_with_a_picture_reads_the_same_from_its_row_and_from_its_revision(image):
    article = article_with(section(image))
    draft = article.latest_revision.as_object()
    assert seal(article) == seal(draft) == seal(ArticlePage.objects.get(pk=article.pk))
    assert render_body(article) == render_body(draft)


def test_a_deleted_picture_is_content_too(image):
    article = article_with(section(image))
    image.delete()
    assert content(ArticlePage.objects.get(pk=article.pk))["body"][1]["value"]["image"] is None


def test_texts_without_a_picture_are_sealed_as_before():
    article = article_with()
    assert content(article)["body"] == list(ArticlePage.body.field.stream_block.get_prep_value(article.body))
