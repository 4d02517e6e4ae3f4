"""What is typed into the fields of sections is never changed or cut without a word."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail import blocks
from wagtail.test.utils.form_data import rich_text, streamfield

from blog.blocks import ArticleBody
from blog.blocks.numbers import MOST
from blog.clinical_rules import required
from blog.models import ArticlePage
from blog.tests.conftest import editor_data, signed_in
from blog.tests.rules.contents import flags, listed, section

FINDING = ArticleBody.base_blocks["evidence"].child_blocks["findings"].child_block
WHOLE = FINDING.child_blocks["absolute_control"]
FRACTION = FINDING.child_blocks["effect"]
NO_NUMBERS = ["1/200", "12 of 30", "3 - 5", "a few"]


def typed_into(block):
    """Every field in `block` that somebody types plain text into, however deep."""
    if isinstance(block, blocks.FieldBlock) and not isinstance(block, (blocks.ChooserBlock, blocks.RichTextBlock)):
        yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from typed_into(child)
    if isinstance(block, blocks.ListBlock):
        yield from typed_into(block.child_block)


@pytest.fixture
def shown():
    """The HTML of every field of every section, by its label."""
    return [(field.label, field.field.widget.render("x", None)) for field in typed_into(ArticleBody())]


def test_no_field_lets_the_browser_make_a_number_of_what_is_typed(shown):
    assert len(shown) > 50
    assert not [label for label, html in shown if 'type="number"' in html]


def test_no_field_lets_the_browser_cut_what_is_pasted(shown):
    assert not [label for label, html in shown if "maxlength" in html]


def limited():
    """The fields whose text has a limit, by their label."""
    found = [field for field in typed_into(ArticleBody()) if getattr(field, "longest", None)]
    assert len(found) > 25
    return [pytest.param(field, id=f"{field.label}-{field.longest}") for field in found]


@pytest.mark.parametrize("field", limited())
def test_a_text_that_is_too_long_stays_in_a_draft_and_is_told_when_it_is_handed_in(field):
    too_long = "x" * (field.longest + 7)
    assert field.clean_deferred(too_long) == too_long
    with pytest.raises(ValidationError) as refusal:
        field.clean(too_long)
    told = f"Shorten “{field.label}” to {field.longest} characters; it has {field.longest + 7}."
    assert refusal.value.messages == [told]
    assert field.clean(too_long[7:]) == too_long[7:]


def test_counts_bring_up_the_keys_for_numbers_and_what_may_be_below_zero_all_keys():
    assert 'inputmode="numeric"' in WHOLE.field.widget.render("x", None)
    assert "inputmode" not in FRACTION.field.widget.render("x", None)


@pytest.mark.parametrize("typed", NO_NUMBERS)
@pytest.mark.parametrize("field", [WHOLE, FRACTION])
def test_what_is_no_number_is_refused_in_plain_words(field, typed):
    with pytest.raises(ValidationError) as refusal:
        field.clean(typed)
    assert "in digits alone, such as" in refusal.value.messages[0]


def test_the_minus_of_a_paper_is_a_minus():
    typed = FRACTION.value_from_datadict({"effect": "\u22122.1"}, {}, "effect")
    assert str(FRACTION.clean(typed)) == "-2.1"


def test_a_number_of_thirty_digits_is_refused_in_plain_words():
    with pytest.raises(ValidationError) as refusal:
        WHOLE.clean("9" * 30)
    assert refusal.value.messages == [f"Write a number of at most {MOST:,}."]


@pytest.mark.parametrize("number", [MOST + 1, 10**15, 1e300])
def test_a_number_that_is_too_great_blocks_however_it_got_there(number):
    found = flags(required, section("evidence", findings=listed({"absolute_control": number})))
    assert "findings.0.absolute_control" in [flag.field for flag in found]


def form(numerator):
    """What the editor sends of a draft with one side effect."""
    row = {"term_plain": "dizziness", "numerator": numerator, "denominator": "30"}
    value = {"section_heading": "", "intro": rich_text("<p>Some.</p>"), "rows": streamfield([("item", row)])}
    return editor_data(body=streamfield([("side_effects", value)]))


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["12 of 30", "1/200", "9" * 30])
def test_a_draft_with_what_is_no_number_comes_back_as_it_was_typed(author, draft, typed):
    address, browser = reverse("wagtailadmin_pages:edit", args=[draft.pk]), signed_in(author)
    browser.post(address, form("12"))
    response = browser.post(address, form(typed))
    assert response.status_code == 200
    assert f"&quot;{typed}&quot;" in response.text
    assert "such as 1200." in response.text or "at most 10,000,000,000." in response.text
    [kept] = ArticlePage.objects.get().latest_revision.as_object().body[0].value["rows"]
    assert kept["numerator"] == 12


@pytest.mark.django_db
def test_a_draft_holds_more_than_a_field_takes_and_the_checks_say_so(author, draft):
    address, browser = reverse("wagtailadmin_pages:edit", args=[draft.pk]), signed_in(author)
    stage = {"title": "Afterwards " * 9, "body": rich_text("<p>You rest.</p>")}
    value = {"section_heading": "", "intro": rich_text(""), "items": streamfield([("item", stage)])}
    response = browser.post(address, editor_data(body=streamfield([("stages", value)])))
    assert response.status_code == 302
    [kept] = ArticlePage.objects.get().latest_revision.as_object().body[0].value["items"]
    assert kept["title"] == stage["title"].strip()
    assert "Shorten “Title” to 60 characters; it has 98." in browser.get(address).text


@pytest.mark.django_db
def test_a_draft_that_saves_itself_says_that_it_could_not(author, draft):
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = signed_in(author).post(address, form("12 of 30"), headers={"Accept": "application/json"})
    assert response.json()["error_code"] == "validation_error"


@pytest.mark.django_db
def test_the_clinical_checks_read_the_rest_of_a_draft_with_what_is_no_number(author, draft):
    response = signed_in(author).post(reverse("article_check", args=[draft.pk]), form("12 of 30"))
    assert response.status_code == 200
    assert "dizziness" in response.text
