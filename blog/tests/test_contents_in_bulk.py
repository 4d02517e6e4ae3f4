"""Many contents at once are what each of them is alone."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.content import content
from blog.contents_in_bulk import contents_of
from blog.models import ArticlePage, Condition, GlossaryTerm, Medicine, MedicineUse
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory, TopicFactory

pytestmark = pytest.mark.django_db


def mark(reference, text="Cited."):
    return f'<p>{text}<a linktype="citation" id="{reference.pk}">[x]</a></p>'


@pytest.fixture
def article():
    """An article that points at everything that an article can point at."""
    cited, chosen, further, gone = ReferenceFactory.create_batch(4)
    term = GlossaryTerm.objects.create(term="glutamate", plain_definition="A messenger in the brain.", source=chosen)
    condition = Condition.objects.create(name="depression")
    medicine = Medicine.objects.create(generic_name="examplamine", medicine_class="example")
    MedicineUse.objects.create(medicine=medicine, condition=condition, source=cited, verified_on="2026-01-01")
    made = ArticleFactory(
        article_type="treatment",
        medicine=medicine,
        authors=PersonFactory.create_batch(2),
        references=[further, gone],
        topics=TopicFactory.create_batch(2),
        body=[
            ("overview", {"section_heading": "", "health_aspect": "overview", "body": mark(cited)}),
            ("key_points", {"points": [{"text": "A point.", "source": chosen}, {"text": "Another.", "source": gone}]}),
            ("overview", {"body": f'<p><a linktype="glossary" id="{term.pk}">glutamate</a></p>{mark(gone)}'}),
            ("do_dont", {"dos": ["Ask."], "donts": []}),
        ],
    )
    made.conditions = [condition]
    made.save_revision()
    gone.delete()
    return made


def latest(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_content_is_the_same_alone_and_among_others(article):
    others = ArticleFactory.create_batch(2)
    found = contents_of(ArticlePage.objects.select_related("latest_revision").order_by("pk"))
    for page in (article, *others):
        assert found[page.pk] == content(latest(page))


def test_a_field_that_was_not_there_when_a_draft_was_saved_has_its_default(article):
    revision = article.latest_revision
    del revision.content["funding"]
    stored = json.loads(revision.content["body"])
    for block in stored:
        block["value"].pop("section_heading", None)
    revision.content["body"] = json.dumps(stored)
    revision.save()
    [found] = contents_of(ArticlePage.objects.select_related("latest_revision")).values()
    assert found == content(latest(article))


def test_more_drafts_take_no_more_queries(article):
    ArticleFactory.create_batch(5)
    pages = ArticlePage.objects.select_related("latest_revision")
    with CaptureQueriesContext(connection) as for_one:
        contents_of(pages.filter(pk=article.pk))
    with CaptureQueriesContext(connection) as for_all:
        contents_of(pages)
    assert len(for_all) == len(for_one)
