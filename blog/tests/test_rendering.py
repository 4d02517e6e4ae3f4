import json

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, Site

from blog.content import snapshot
from blog.models import Condition, Medicine, MedicineUse
from blog.rendering import broken_links, render_body, unique_id
from blog.rich_text import safe_html
from blog.tests.factories import ArticleFactory, ReferenceFactory, TopicFactory, site_tree
from editions.tests.factories import edition, live_edition

pytestmark = pytest.mark.django_db


def overview(body, heading=""):
    return ("overview", {"section_heading": heading, "body": body})


def page_link(page):
    return f'<p>See <a linktype="page" id="{page.pk}">this page</a>.</p>'


def html_of(*sections, **fields):
    return BeautifulSoup(render_body(ArticleFactory(body=list(sections), **fields))[0], "html.parser")


def test_sections_stand_in_order_and_references_last():
    article = ArticleFactory(
        body=[overview("<p>a</p>", "First"), ("warning", {"heading": "", "body": "<p>b</p>"})],
        references=[ReferenceFactory(title="A trial")],
    )
    html, sections = render_body(article)
    first, second = (child.id for child in article.body)
    assert sections == [
        {"id": "first", "heading": "First", "kind": "overview", "block": first},
        {"id": "important", "heading": "Important", "kind": "warning", "block": second},
        {"id": "references", "heading": "References", "kind": "references"},
    ]
    found = BeautifulSoup(html, "html.parser").find_all("section", recursive=False)
    assert [(part["id"], part["data-kind"]) for part in found] == [(part["id"], part["kind"]) for part in sections]
    assert all(part["aria-labelledby"] == part.h2["id"] for part in found)
    assert "A trial" in found[-1].text


def test_a_section_keeps_the_id_of_its_first_edition_under_any_heading_and_in_any_place():
    article = ArticleFactory(body=[overview("<p>a</p>", "First"), overview("<p>b</p>", "Second")])
    live_edition(article.pk, sections=render_body(article)[1])
    first, second = (child.id for child in article.body)
    moved = [
        {"type": "overview", "id": block_id, "value": {"section_heading": heading, "body": "<p>New.</p>"}}
        for block_id, heading in [("new", "First"), (second, "Second thoughts"), (first, "")]
    ]
    article.body = json.dumps(moved)
    html, sections = render_body(article)
    assert [(part["id"], part["heading"]) for part in sections] == [
        ("first-2", "First"),
        ("second", "Second thoughts"),
        ("first", "What it is"),
    ]
    found = BeautifulSoup(html, "html.parser").find_all("section", recursive=False)
    assert [part["id"] for part in found] == ["first-2", "second", "first"]


def test_a_kept_id_that_the_page_itself_has_taken_since_is_given_up():
    article = ArticleFactory(body=[overview("<p>a</p>", "First")])
    live_edition(
        article.pk, sections=[{"id": "main", "heading": "First", "kind": "overview", "block": article.body[0].id}]
    )
    assert render_body(article)[1][0]["id"] == "first"


def test_an_article_without_references_has_no_list_of_them():
    assert render_body(ArticleFactory())[1][-1]["kind"] == "overview"


def test_no_two_elements_share_an_id():
    headings = ["Stages", "Stages", "Stages heading", "References", "Reference 1", "Main", "", "", "健康"]
    body = [overview("<p>a</p>", heading) for heading in headings]
    html = BeautifulSoup(render_body(ArticleFactory(body=body, references=[ReferenceFactory()]))[0], "html.parser")
    ids = [element["id"] for element in html.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert ids[0] == "stages" and "stages-2" in ids and "main" not in ids


@given(st.lists(st.text(max_size=12) | st.sampled_from(["Stages", "Stages heading", "Stages 2"]), max_size=8))
def test_ids_are_unique_whatever_the_headings(headings):
    taken, found = set(), []
    for heading in headings:
        section_id = unique_id(heading, "side_effects", taken)
        taken |= {section_id, f"{section_id}-heading"}
        found += [section_id, f"{section_id}-heading"]
    assert len(found) == len(set(found)) and all(found)


def test_the_same_draft_gives_the_same_bytes_wherever_it_is_rendered():
    article = ArticleFactory(references=[ReferenceFactory(kind="web_page", accessed_on="2026-11-01")])
    before = render_body(article)
    assert "1 November 2026" in before[0]
    with translation.override("de"), timezone.override("Pacific/Auckland"):
        assert render_body(article.latest_revision.as_object()) == before
        assert translation.get_language() == "de"


@pytest.mark.parametrize(
    "evil",
    [
        "<p>ok<script>alert(1)</script></p>",
        '<p>ok<img src="x" onerror="alert(1)"></p>',
        '<p onclick="alert(1)">ok</p>',
        '<p><a href="javascript:alert(1)">ok</a></p>',
        '<p>ok<embed embedtype="media" url="https://example.com/"/></p>',
        '<p style="color:red">ok</p><iframe src="https://example.com/"></iframe>',
        "<p>ok</section><h1>big</h1></p>",
    ],
)
def test_stored_mark_up_outside_the_whitelist_is_not_printed(evil):
    html = html_of(overview(evil), ("side_effects", {"section_heading": evil, "intro": evil, "rows": []}))
    for name in ("script", "img", "embed", "iframe", "h1"):
        assert not html.find(name)
    assert not html.find(style=True) and not html.find(onclick=True) and not html.find(href=True)
    assert len(html.find_all("section")) == 2
    assert "ok" in html.section.text


def test_plain_fields_are_escaped():
    html = html_of(("key_points", {"section_heading": "<b>x</b>", "points": [{"text": "<script>1</script>"}]}))
    assert html.h2.text == "<b>x</b>" and html.li.text == "<script>1</script>"


def test_a_link_to_a_published_page_starts_at_the_root_even_with_several_sites():
    topic = TopicFactory(title="Depression")
    Site.objects.create(hostname="other.example", root_page=Page.get_first_root_node(), port=81)
    assert html_of(overview(page_link(topic))).a["href"] == "/depression/"


def test_a_link_to_an_article_needs_an_edition_or_leaves_its_words():
    target = ArticleFactory(title="Target")
    source = ArticleFactory(
        body=[overview(page_link(target), "Intro"), overview('<p><a linktype="page" id="99">x</a></p>')]
    )
    html = BeautifulSoup(render_body(source)[0], "html.parser")
    assert not html.a and "See this page." in html.text
    assert [(link.heading, link.page_id) for link in broken_links(source)] == [("Intro", target.pk), ("What it is", 99)]
    edition(target.pk)
    assert BeautifulSoup(render_body(source)[0], "html.parser").a["href"] == "/articles/target/"
    assert [link.page_id for link in broken_links(source)] == [99]


def test_outside_links_are_kept():
    html = html_of(overview('<p><a href="https://example.com/?a=1&amp;b=2">x</a> <a href="tel:988">call</a></p>'))
    assert [link["href"] for link in html.find_all("a")] == ["https://example.com/?a=1&b=2", "tel:988"]


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        ("A B, C D, E F, G H, I J, K L", "A B, C D, E F, G H, I J, K L. A trial."),
        ("A B, C D, E F, G H, I J, K L, M N", "A B, C D, E F, G H, I J, K L, et al. A trial."),
        ("A B, C D, E F, G H, I J, K L, et al.", "A B, C D, E F, G H, I J, K L, et al. A trial."),
        ("A B, et al", "A B, et al. A trial."),
        (", ".join(f"Author{number} A" for number in range(40)), "Author5 A, et al. A trial."),
    ],
)
def test_six_authors_of_a_reference_are_printed_and_all_are_stored(names, printed):
    article = ArticleFactory(references=[ReferenceFactory(authors=names, title="A trial")])
    listed = BeautifulSoup(render_body(article)[0], "html.parser").select_one("li.reference").text
    assert printed in " ".join(listed.split())
    assert snapshot(article.references.get().reference)["authors"] == names


def test_an_address_of_a_reference_that_is_not_https_is_not_printed():
    reference = ReferenceFactory(url="javascript:alert(1)", doi="", pmid="")
    assert "javascript" not in render_body(ArticleFactory(references=[reference]))[0]


@given(st.text(max_size=80))
def test_no_stored_text_breaks_out_of_its_section(text):
    html = BeautifulSoup(f"<div>{safe_html(text)}</div>", "html.parser")
    allowed = {"div", "p", "a", "b", "strong", "br", "ul", "ol", "li"}
    assert {element.name for element in html.find_all(True)} <= allowed
    assert all(set(element.attrs) <= {"href"} for element in html.find_all(True))


def test_rendering_asks_no_request_and_few_questions(django_assert_max_num_queries):
    article = ArticleFactory(body=[overview("<p>a</p>", f"Heading {number}") for number in range(12)])
    site_tree()
    draft = article.latest_revision.as_object()
    with django_assert_max_num_queries(4):
        render_body(draft)


def test_a_link_from_a_choice_to_a_page_that_readers_cannot_open_is_broken():
    hidden = ArticleFactory(title="Unapproved")
    option = {"name": "Rest", "kind": "self_help", "one_line": "", "benefits": "", "downsides": "", "link": hidden}
    article = ArticleFactory(body=[("alternatives", {"options": [option], "what_if_no_treatment": ""})])
    assert [link.page_id for link in broken_links(article)] == [hidden.pk]


def test_side_effects_lead_to_the_label_and_to_where_they_are_reported():
    medicine = Medicine.objects.create(
        generic_name="examplamine", medicine_class="made up", label_url="https://example.org/label"
    )
    rows = [{"term_plain": "dizziness", "band": "not_known", "not_known_reason": "not_studied"}]
    article = ArticleFactory(medicine=medicine, jurisdiction="uk", body=[("side_effects", {"intro": "", "rows": rows})])
    html, _sections = render_body(article)
    assert 'href="https://example.org/label"' in html
    assert 'href="https://yellowcard.mhra.gov.uk/"' in html
    assert "yellowcard" not in render_body(ArticleFactory(body=article.body))[0]


@pytest.mark.parametrize("body", [[overview("<p>x</p>")], [overview("<p>x</p>"), ("evidence", {})]])
def test_readers_of_any_article_are_told_once_where_its_medicine_is_not_approved(body):
    condition = Condition.objects.create(name="depression")
    medicine = Medicine.objects.create(generic_name="examplamine", medicine_class="made up")
    use = {"condition": condition, "jurisdiction": "us", "licence_status": "off_label", "verified_on": "2026-01-01"}
    MedicineUse.objects.create(medicine=medicine, source=ReferenceFactory(), **use)
    article = ArticleFactory(article_type="news", medicine=medicine, conditions=[condition], body=body)
    html, sections = render_body(article)
    assert html.count("Examplamine is not approved by the FDA for depression.") == 1
    assert "licence" not in {section["kind"] for section in sections}


def test_benefits_lead_to_the_risks_wherever_those_stand():
    points = ("key_points", {"points": [{"text": "It helps.", "source": None}]})
    risks = [("side_effects", {"section_heading": "What can go wrong"}), ("who_should_not", {})]
    html = html_of(points, ("evidence", {"intro": "<p>x</p>"}), *risks)
    for kind in ("key_points", "evidence"):
        links = html.select(f'[data-kind="{kind}"] .risks a')
        assert [(link.text, link["href"]) for link in links] == [
            ("What can go wrong", "#what-can-go-wrong"),
            ("Who should not have it", "#who-should-not-have-it"),
        ]
    assert {link["href"][1:] for link in html.select(".risks a")} <= {found["id"] for found in html.select("section")}
    assert not html_of(points).select(".risks")


def test_what_is_urgent_leads_to_its_care_card():
    def row(**fields):
        return {"term_plain": "chest pain", "band": "not_known", **fields}

    rows = [row(what_to_do="emergency"), row(what_to_do="urgent", care_card="see us today if"), row(what_to_do="wait")]
    html = html_of(
        ("side_effects", {"intro": "", "rows": rows}),
        ("care_card", {"level": "urgent", "heading": "Call us today if:", "bullets": ["it hurts"]}),
        ("care_card", {"level": "urgent", "heading": "See us today if:", "bullets": ["it hurts"]}),
        ("care_card", {"level": "emergency", "heading": "Call 911 now if:", "bullets": ["it hurts"]}),
    )
    links = [(link.text, link["href"]) for link in html.select(".effects__advice a")]
    assert links == [("Get emergency help now", "#call-911-now-if"), ("Get help urgently", "#see-us-today-if")]
    assert [advice.text.strip() for advice in html.select(".effects__advice")][-1] == "Wait: it passes"
