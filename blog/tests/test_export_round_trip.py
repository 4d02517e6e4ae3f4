"""Whatever an article holds: exported and imported again it is the same article, in both kinds of file."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.blocks import StreamValue

from blog.content import content, snapshot
from blog.content_shapes import SHAPE
from blog.documents.families import Family, family
from blog.exporters import EXPORTS, exported, stored_pictures
from blog.importers import ImportRefused, SiteLibrary, create_draft, read_file
from blog.importers.files import UNREADABLE
from blog.importers.stored import stored_stream
from blog.models import ArticlePage, Condition, GlossaryTerm, Medicine, Reference
from blog.tests.bodies import line, sections
from blog.tests.everything import everything
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory, TopicFactory, site_tree
from blog.tests.pictures import picture_file, upload
from editions.canonical import digest

pytestmark = pytest.mark.django_db

KINDS = sorted(EXPORTS)
_KEY = re.compile(r' data-block-key="[^"]*"')
_PARAGRAPHS_WITHOUT_WORDS = re.compile(r"(?:<p></p>)+")
# What stays the same for a whole test is made once for all its examples.
IN_ONE_DATABASE = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def same(value):
    """Content without what is not content: ids of sections and items, the editor's keys, how a blank text is kept."""
    if isinstance(value, dict):
        if value.get("type") == "item" and "value" in value:
            return same(value["value"])
        if set(value) == {"type", "value", "id"}:
            return (value["type"], same(value["value"]))
        return {name: same(item) for name, item in value.items()}
    if isinstance(value, list):
        return [same(item) for item in value]
    if isinstance(value, str):
        text = _KEY.sub("", value)
        return "" if _PARAGRAPHS_WITHOUT_WORDS.fullmatch(text) else text
    return value


@pytest.fixture
def known():
    """Rows that articles may point at, by family, and the bytes of the pictures."""
    site_tree()
    references = [
        ReferenceFactory(
            doi="10.1000/Example.(1)", pmid="123", design="rct", follow_up_months=6, checked_on="2026-01-02"
        ),
        ReferenceFactory(doi="", pmid="", url="https://a.example/b", kind="web_page", accessed_on=date(2026, 11, 1)),
        ReferenceFactory(doi="", pmid="77", title="A | title: “with” <b>marks</b> & *stars*", retracted=True),
    ]
    terms = [
        GlossaryTerm.objects.create(term="glutamate", plain_definition="A messenger.", source=references[0]),
        GlossaryTerm.objects.create(term="GABA | *x*", also_called="gaba\r\nGaba", plain_definition="Another."),
    ]
    files = [picture_file(20, 10), picture_file(10, 10, "PNG"), picture_file(10, 10, "WEBP")]
    images = {upload(data): data for data in files}
    return {
        Family.SOURCE: [row.pk for row in references],
        Family.WORD: [row.pk for row in terms],
        Family.PAGE: [TopicFactory(title="Depression").pk],
        Family.PICTURE: [{"id": image.pk, "digest": digest(data)} for image, data in images.items()],
        "bytes": {image.pk: data for image, data in images.items()},
        "digests": {digest(data): {"id": image.pk, "digest": digest(data)} for image, data in images.items()},
        "references": [snapshot(row) for row in Reference.objects.all()],
        "terms": [snapshot(row) for row in GlossaryTerm.objects.all()],
    }


def whole(stored, known, title="A title"):
    """Content with these sections, as `blog.content.content` would give it for an article that points at `known`."""
    return {"title": title, "shape": SHAPE, "body": stored, "cited": known["references"], "glossary": known["terms"]}


def read_back(data, kind, known):
    """What is stored for the sections of a file, with the ids of `known` in the places of its sources and pictures."""
    imported = read_file(f"article.{kind}", data, SiteLibrary())
    rows = {proposal.key: proposal.row_id for proposal in (*imported.references, *imported.terms)}
    for key, picture in imported.pictures.items():
        rows[key] = known["digests"][digest(picture.data)]
    return imported, stored_stream(imported.sections, ArticlePage.body.field.stream_block, rows)


@pytest.mark.parametrize("kind", KINDS)
@IN_ONE_DATABASE
@given(data=st.data())
def test_any_body_comes_back_as_it_was(known, kind, data):
    stored = data.draw(sections(known))
    title = data.draw(line.filter(bool))
    imported, again = read_back(exported(whole(stored, known, title), kind, known["bytes"]), kind, known)
    assert imported.title == title
    assert imported.remarks == []
    assert same(again) == same(stored)


@IN_ONE_DATABASE
@given(data=st.data())
def test_words_that_somebody_writes_into_an_export_are_never_lost(known, data):
    text = exported(whole(data.draw(sections(known)), known), "md", known["bytes"]).decode()
    lines = text.split("\n")
    number = data.draw(st.integers(min_value=0, max_value=len(lines) - 1))
    place = data.draw(st.sampled_from([found.start() for found in re.finditer(r" |$|^", lines[number])]))
    written = data.draw(st.sampled_from([" zebra ", "zebra", "| zebra |", " zebra: ", "# zebra"]))
    lines[number] = lines[number][:place] + written + lines[number][place:]
    try:
        imported = read_file("article.md", "\n".join(lines).encode(), SiteLibrary())
    except ImportRefused as refusal:
        assert str(refusal) != UNREADABLE
    else:
        assert "zebra" in everything(imported)


def test_a_heading_written_over_the_usual_one_is_kept(known):
    stored = [{"type": "warning", "id": "w", "value": {"heading": "", "body": ""}}]
    text = exported(whole(stored, known), "md", known["bytes"]).decode()
    imported = read_file("article.md", text.replace("## Important", "# zebra").encode(), SiteLibrary())
    assert [(kind, value["heading"]) for kind, value in imported.sections] == [("warning", "zebra")]


def full_article(known):
    """An article with every field of its own, and every kind of section as its example has it."""
    medicine = Medicine.objects.create(generic_name="examplamine", medicine_class="An example")
    article = ArticleFactory(
        title="All that there is",
        summary="What | to *expect*: “words”.",
        article_type="medicine",
        audience="carers",
        jurisdiction="uk",
        medicine=medicine,
        funding="None",
        competing_interests="None declared",
        evidence_checked_on=date(2026, 10, 1),
        review_interval_months=24,
        demonstration=True,
        seo_title="Another title",
        authors=[PersonFactory(name="Example B", profession=""), PersonFactory(name="Example A", affiliation="")],
        references=Reference.objects.filter(pk=known[Family.SOURCE][1]),
        topics=[TopicFactory(title="Anxiety")],
        body=_examples(),
    )
    article.conditions = [Condition.objects.create(name="depression")]
    article.save()
    return article


def _examples():
    """The sections' own examples, without what is no row in them."""
    block = ArticlePage.body.field.stream_block
    stored = []
    for name, child in block.child_blocks.items():
        value = child.get_prep_value(child.normalize(child.get_preview_value()))
        stored.append({"type": name, "id": name, "value": _without_examples(child, value)})
    return StreamValue(block, stored, is_lazy=True)


def _without_examples(block, value):
    match family(block):
        case Family.GROUP:
            return {name: _without_examples(child, value.get(name)) for name, child in block.child_blocks.items()}
        case Family.LIST:
            return [item | {"value": _without_examples(block.child_block, item["value"])} for item in value or []]
        case Family.SOURCE | Family.PICTURE | Family.PAGE | Family.OTHER:
            return None
    return value


@pytest.mark.parametrize("kind", KINDS)
def test_an_article_with_all_its_fields_comes_back_as_it_was(known, kind):
    article = full_article(known)
    before = content(article)
    imported = read_file(f"a.{kind}", exported(before, kind, stored_pictures(before)), SiteLibrary())
    after = content(create_draft(imported))
    assert imported.remarks == []
    assert same(after) == same(before)
    assert ArticlePage.objects.count() == 2 and Reference.objects.count() == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_older_than_places_of_work_still_names_its_author(known, kind):
    article = full_article(known)
    before = content(article)
    older = before | {
        "authors": [{"person": row["person"] | {"affiliation": ""}} for row in before["authors"]],
    }
    imported = read_file(f"a.{kind}", exported(older, kind, stored_pictures(before)), SiteLibrary())
    assert imported.remarks == []
    assert content(create_draft(imported))["authors"] == before["authors"]


@pytest.mark.parametrize("kind", KINDS)
def test_in_another_database_sources_words_and_pictures_are_made_and_people_are_not(known, kind):
    article = full_article(known)
    stored = [
        ("overview", {"body": f'<p>It helps.<a linktype="citation" id="{known[Family.SOURCE][0]}">[x]</a></p>'}),
        ("glossary", {"section_heading": "", "terms": known[Family.WORD]}),
        ("image", {"image": next(iter(known["bytes"])), "alt_text": "A room"}),
    ]
    block = ArticlePage.body.field.stream_block
    article.body = StreamValue(block, [{"type": kind, "value": value} for kind, value in stored], is_lazy=True)
    before = content(article)
    data = exported(before, kind, stored_pictures(before))
    GlossaryTerm.objects.all().delete()
    article.delete()
    Reference.objects.all().delete()
    PersonFactory._meta.model.objects.all().delete()
    imported = read_file(f"a.{kind}", data, SiteLibrary())
    after = content(create_draft(imported))

    def without_ids(rows):
        return [{name: value for name, value in row.items() if name not in ("id", "source")} for row in rows]

    assert without_ids(after["cited"]) == without_ids(before["cited"])
    assert without_ids(after["glossary"]) == without_ids(before["glossary"])
    assert after["glossary"][0]["source"]["doi"] == before["glossary"][0]["source"]["doi"]
    assert after["body"][2]["value"]["image"]["digest"] == before["body"][2]["value"]["image"]["digest"]
    assert after["authors"] == [] and "nobody of exactly this name" in imported.remarks[0].message


def test_characters_that_no_file_holds_are_replaced_and_the_rest_stays(known):
    stored = [
        {"type": "overview", "id": "1", "value": {"section_heading": "a\x00b\ud800", "body": "<p>c\x01d\ufffe</p>"}}
    ]
    for kind in KINDS:
        value = read_file(f"a.{kind}", exported(whole(stored, known), kind)).sections[0][1]
        assert value["section_heading"] == "a\ufffdb\ufffd" and "c\ufffdd\ufffd" in value["body"]
