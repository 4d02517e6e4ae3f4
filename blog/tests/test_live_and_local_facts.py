"""One help line on a care card, a service at the end, where a restriction holds: what is frozen, and what is not."""

import pytest
from bs4 import BeautifulSoup

from blog.blocks import ArticleBody
from blog.content import content
from blog.readiness import gaps
from blog.rendering import render_body
from blog.tests.factories import ArticleFactory
from blog.tests.test_blocks_help import html_of
from home.models import CrisisService
from shop.tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db

LINE = {"text": "Call the night line", "phone": "", "service": None}


@pytest.fixture
def helpline():
    return CrisisService.objects.create(name="Night line", phone="+18005550100", hours="At night")


def test_a_line_of_a_card_names_its_help_line_by_its_id_and_no_number(helpline):
    html = html_of("care_card", action_lines=[LINE | {"service": helpline}])
    (place,) = html.select(".care-card__line [data-live-help]")
    assert place["data-live-help"] == f"service-{helpline.pk}"
    assert "555" not in str(html)
    assert "Night line" not in str(html)


def test_a_line_without_one_has_no_place():
    assert not html_of("care_card", action_lines=[LINE]).select("[data-live-help]")


def test_a_line_of_a_card_that_was_stored_before_has_none():
    block = ArticleBody().child_blocks["care_card"]
    value = block.to_python({"heading": "Call:", "action_lines": [{"text": "Call", "phone": "988"}]})
    assert value["action_lines"][0]["service"] is None
    assert "tel:988" in block.render(value)


def test_a_restriction_says_where_it_holds():
    html = html_of("who_should_not")
    said = [row.get_text(" ", strip=True) for row in html.select(".restriction")]
    assert ["United States" in words for words in said] == [False, True]


def test_a_restriction_that_was_stored_before_holds_everywhere():
    block = ArticleBody().child_blocks["who_should_not"]
    row = {"condition": "an allergy", "level": "must_not_use", "reason": "Risk.", "action": "Say so.", "source": None}
    html = block.render(block.to_python({"rows": [row]}))
    assert "Where this holds" not in html


def test_a_conclusion_names_the_service_and_says_that_it_is_our_own():
    service = ServiceFactory(title="First talk & plan")
    html = html_of("conclusion", call_to_action="book_a_consultation", service=service)
    said = html.select_one(".call-to-action")
    assert said.get_text() == "Book a consultation: First talk & plan. This is our service."
    assert said.span["data-live-page"] == str(service.pk)
    assert not said.select("a")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("book_a_consultation", "Book a consultation"),
        ("talk_to_your_clinician", "Talk to your clinician about what is right for you."),
    ],
)
def test_no_service_is_named_where_none_is_to_be_booked(call, said):
    service = None if call == "book_a_consultation" else ServiceFactory(title="First talk")
    html = html_of("conclusion", call_to_action=call, service=service)
    assert html.select_one(".call-to-action").get_text() == said
    assert not html.select("[data-live-page]")


@pytest.mark.parametrize("end", ["unpublish", "delete", None])
def test_a_service_that_readers_cannot_open_keeps_an_article_from_being_handed_in(end):
    service = ServiceFactory(title="First talk")
    value = {"section_heading": "", "body": "<p>It may help.</p>", "call_to_action": "book_a_consultation"}
    article = ArticleFactory(body=[("conclusion", value | {"service": service})])
    article.save()
    if end:
        getattr(service, end)()
    article = type(article).objects.get(pk=article.pk)
    told = [(gap.path, gap.message) for gap in gaps(article) if gap.block_id == article.body[0].id]
    expected = {
        "unpublish": [("", "A link in “Conclusion” leads to a page that readers cannot open")],
        "delete": [("service", "Choose the service that readers can book")],
        None: [],
    }[end]
    assert [(path, message.startswith(start)) for (path, message), (_, start) in zip(told, expected, strict=True)] == [
        (path, True) for path, _start in expected
    ]


def test_content_holds_ids_alone_and_the_text_the_title_of_that_day(helpline):
    service = ServiceFactory(title="First talk")
    card = {"level": "urgent", "heading": "Call:", "lead": "", "bullets": ["you cannot sleep"]}
    end = {"section_heading": "", "body": "<p>It may help.</p>", "call_to_action": "book_a_consultation"}
    article = ArticleFactory(
        body=[
            ("care_card", card | {"action_lines": [LINE | {"service": helpline}], "show_help_lines": False}),
            ("conclusion", end | {"service": service}),
        ]
    )
    stored, ended = (block["value"] for block in content(article)["body"])
    assert stored["action_lines"][0]["value"]["service"] == helpline.pk
    assert ended["service"] == service.pk
    html = BeautifulSoup(render_body(article)[0], "html.parser")
    assert html.select_one("[data-live-page]").get_text() == "First talk"
    helpline.delete()
    service.delete()
    article.refresh_from_db()
    assert render_body(article)
