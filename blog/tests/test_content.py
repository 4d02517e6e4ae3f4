import json

import pytest
from wagtail.models import Page

from blog.content import NOT_CONTENT, content, metadata
from blog.models import ArticlePage
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory, TopicFactory
from editions.canonical import canonical_json, digest

pytestmark = pytest.mark.django_db


def seal(article):
    return digest(canonical_json(content(article)))


@pytest.fixture
def article():
    return ArticleFactory(
        authors=[PersonFactory(name="B"), PersonFactory(name="A")],
        references=[ReferenceFactory(kind="web_page", accessed_on="2026-11-01")],
        topics=[TopicFactory(title="Depression")],
    )


def test_every_field_is_content_unless_it_is_named(article):
    names = {field.name for field in ArticlePage._meta.concrete_fields}
    assert names > NOT_CONTENT, "an excluded name that is no field hides a mistake"
    assert names - NOT_CONTENT == {
        *("title", "locale", "seo_title", "search_description"),
        *("summary", "article_type", "body", "review_interval_months", "demonstration"),
        *("medicine", "jurisdiction", "audience", "evidence_checked_on", "funding", "competing_interests"),
    }
    beside = {"topics", "conditions", "authors", "references", "cited", "glossary", "shape"}
    assert set(content(article)) == (names - NOT_CONTENT) | beside


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Another title"),
        ("summary", "Another summary."),
        ("review_interval_months", 24),
        ("demonstration", True),
        ("body", [("overview", {"section_heading": "", "body": "<p>Other.</p>"})]),
    ],
)
def test_a_change_of_content_changes_the_digest(article, field, value):
    before = seal(article)
    setattr(article, field, value)
    assert seal(article) != before


def test_the_rows_place_and_state_are_not_content(article):
    before = seal(article)
    article.slug, article.locked, article.has_unpublished_changes = "elsewhere", True, False
    article.draft_title = "Working title"
    assert seal(article) == before


def test_a_draft_reads_the_same_from_its_row_and_from_its_revision(article):
    row = ArticlePage.objects.get(pk=article.pk)
    draft = article.latest_revision.as_object()
    assert seal(article) == seal(row) == seal(draft) == seal(Page.objects.get(pk=article.pk).specific)


def test_authors_stand_in_the_editors_order_and_without_row_ids(article):
    before = seal(article)
    assert [row["person"]["name"] for row in content(article)["authors"]] == ["B", "A"]
    assert set(content(article)["authors"][0]) == {"person"}
    draft = article.latest_revision.as_object()
    first, second = draft.authors.all()
    first.sort_order, second.sort_order = 1, 0
    draft.authors = [first, second]
    assert [row["person"]["name"] for row in content(draft)["authors"]] == ["A", "B"]
    assert seal(draft) != before


def test_people_topics_and_references_are_kept_as_they_stand(article):
    person, reference = article.authors.first().person, article.references.first().reference
    before = content(article)
    assert before["topics"] == [{"id": article.topics.first().pk, "title": "Depression"}]
    assert before["references"][0]["reference"]["accessed_on"] == "2026-11-01"
    person.name = "Renamed"
    person.save()
    assert before["authors"][0]["person"]["name"] == "B"
    renamed = content(ArticlePage.objects.get(pk=article.pk))
    assert renamed["authors"][0]["person"]["name"] == "Renamed"
    assert renamed["references"][0]["reference"]["doi"] == reference.doi


def test_blocks_that_were_stored_without_a_field_are_content_with_its_default():
    stored = [{"type": "mechanism", "value": {}, "id": "1"}]
    untouched, looked_at = (ArticlePage(title="x", body=json.dumps(stored)) for _time in range(2))
    assert [child.value["caveat"] for child in looked_at.body] == [None]
    assert content(untouched) == content(looked_at)
    assert content(untouched)["body"][0]["value"]["pathways"] == []


def test_rows_made_in_memory_read_the_same_once_they_are_saved():
    article = ArticleFactory(
        body=[("key_points", {"section_heading": "", "points": [{"text": "One."}, {"text": "Two."}]})]
    )
    assert seal(article) == seal(ArticlePage.objects.get(pk=article.pk)) == seal(article.latest_revision.as_object())


def test_text_that_no_encoding_takes_is_content_too(article):
    article.body = [("overview", {"section_heading": "\ud800", "body": "<p>\x00 \udfff ok</p>"})]
    assert "\ufffd ok" in canonical_json(content(article))


def test_a_draft_with_nothing_in_it_is_content():
    assert canonical_json(content(ArticlePage()))


def test_a_draft_whose_author_was_deleted_still_opens(article):
    PersonFactory._meta.model.objects.get(name="B").delete()
    draft = article.latest_revision.as_object()
    assert [row["person"]["name"] for row in content(draft)["authors"]] == ["A"]


def test_metadata_names_what_readers_are_told(article):
    facts = metadata(article, [{"id": "a", "heading": "A", "kind": "overview"}])
    person = article.authors.first().person
    assert facts["authors"][0] == {
        "id": person.pk,
        "name": "B",
        "post_nominals": "MD",
        "profession": "psychiatrist",
        "affiliation": "Example Clinic, Springfield",
    }
    assert facts["sections"] == [{"id": "a", "heading": "A", "kind": "overview"}]
    assert facts["locale"] == "en-us"
    assert set(facts) == {
        *("title", "summary", "article_type", "locale", "authors", "topics", "sections", "demonstration"),
        *("medicine", "conditions", "audience", "jurisdiction", "funding", "competing_interests"),
        *("evidence_checked_on", "crisis"),
    }
    assert not facts["crisis"]


def test_a_text_that_speaks_of_suicide_is_marked_so_that_help_is_shown_with_it():
    article = ArticleFactory(body=[("overview", {"body": "<p>Some people think about suicide.</p>"})])
    assert metadata(article, [])["crisis"]
