"""What a field refuses in the editor is a finding of the rules too, so that no other road is milder."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from blog.blocks import ArticleBody
from blog.clinical_rules import Level, check, required
from blog.content import content as content_of
from blog.documents.families import Family, blank
from blog.models import ArticlePage
from blog.readiness import gaps
from blog.tests.bodies import sections
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory, TopicFactory
from blog.tests.pictures import upload
from blog.tests.rules.contents import content, flags, found, listed, section

BODY = ArticlePage.body.field.stream_block
KINDS = sorted(ArticleBody.base_blocks)
IN_ONE_DATABASE = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CHOICE = {"kind": "device", "one_line": "x", "benefits": "x", "downsides": "x"}


@pytest.fixture
def rows():
    """Rows that sections may point at, by family."""
    return {
        Family.SOURCE: [ReferenceFactory().pk],
        Family.WORD: [None],
        Family.PAGE: [TopicFactory(title="Depression").pk],
        Family.PICTURE: [upload().pk],
    }


def article_of(stored):
    return ArticlePage(title="A title", article_type="wellbeing", body=StreamValue(BODY, stored, is_lazy=True))


def refused(article):
    """The ids of the sections that the editor would not let anybody hand in."""
    ids = set()
    for child in article.body:
        try:
            child.block.clean(child.value)
        except ValidationError:
            ids.add(child.id)
    return ids


def blocked(stored):
    return {flag.block_id for flag in check(stored) if flag.level is Level.BLOCK and not flag.rule.waivable}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
@IN_ONE_DATABASE
@given(data=st.data())
def test_what_the_editor_refuses_blocks(rows, kind, data):
    article = article_of(data.draw(sections(rows, [kind])))
    assert refused(article) <= blocked(content_of(article))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_section_blocks_where_the_editor_refuses_it(kind):
    article = article_of([{"type": kind, "id": "b1", "value": blank(BODY.child_blocks[kind])}])
    assert refused(article) <= blocked(content_of(article))


@pytest.mark.parametrize(
    ("stored", "field"),
    [
        (section("overview", body="<p> </p>"), "body"),
        (section("side_effects", intro="", rows=[]), "intro"),
        (section("alternatives", options=listed(CHOICE | {"name": "x" * 81})), "options.0.name"),
        (section("overview", body="<p>x</p>", health_aspect="made_up"), "health_aspect"),
        (section("evidence", findings=listed({"absolute_control": -1})), "findings.0.absolute_control"),
        (section("image", image=None, decorative=True), "image"),
    ],
)
def test_what_a_field_requires_is_asked_for_at_that_field(stored, field):
    assert field in [path for _rule, _block, path, _quote in found(required, stored)]
    assert (required.REQUIRED.level, required.REQUIRED.waivable) == (Level.BLOCK, False)


def test_a_field_that_came_later_has_its_default():
    assert found(required, section("overview", body="<p>x</p>")) == []


def test_the_message_names_the_field_and_the_limit():
    [flag] = flags(required, section("table", caption="x" * 161))
    assert flag.message == "Shorten “Caption” to 160 characters; it has 161."


def test_a_rule_about_the_field_speaks_instead():
    stored = content(section("side_effects", rows=listed({"term_plain": ""})))
    at_field = [flag.rule.id for flag in check(stored) if flag.field == "rows.0.term_plain"]
    assert at_field == ["SE-09"]


@pytest.mark.django_db
def test_no_article_without_words_is_handed_in():
    article = ArticleFactory(
        article_type="wellbeing",
        authors=[PersonFactory()],
        funding="None",
        competing_interests="None declared",
        body=[("overview", {"section_heading": "", "health_aspect": "overview", "body": ""})],
    )
    assert [gap.path for gap in gaps(article)] == ["body"]
