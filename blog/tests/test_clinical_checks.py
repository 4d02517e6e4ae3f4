"""The editor's panel of clinical checks, as the people who may and may not edit an article meet it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from blog.clinical_checks.findings import findings_in
from blog.clinical_checks.posted_draft import posted_draft
from blog.models import ArticlePage, Waiver
from blog.tests.conftest import editor_data, signed_in
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory, UserFactory, site_tree

pytestmark = pytest.mark.django_db
BY_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}
DOSE, PRAISE = "Take 1.0 mg of it.", "This is a breakthrough."


def overview(words, **fields):
    value = {"section_heading": "", "health_aspect": "overview", "body": rich_text(f"<p>{words}</p>"), **fields}
    return ("overview", value)


def form(*sections, **fields):
    return editor_data(body=streamfield(list(sections)), **fields)


def check(user, article, data):
    return signed_in(user).post(reverse("article_check", args=[article.pk]), data, headers=BY_SCRIPT)


def answer(user, article, data, flag, **fields):
    told = {"answer-rule": flag.rule.id, "answer-digest": flag.quote_digest, **fields}
    return signed_in(user).post(reverse("article_answer", args=[article.pk]), data | told, headers=BY_SCRIPT)


def found_in(article, rule):
    """The flag of `rule` in the article's latest draft."""
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    verdict = findings_in(draft).verdict
    flags = [*verdict.open, *(each.flag for each in verdict.answered)]
    return next(flag for flag in flags if flag.rule.id == rule)


@pytest.fixture
def praising(author):
    """A draft with a warning in it, and the form that the editor sends of it."""
    article = ArticleFactory(
        owner=author,
        saved_by=author,
        body=[("overview", {"section_heading": "", "health_aspect": "overview", "body": f"<p>{PRAISE}</p>"})],
    )
    article.form = form(overview(PRAISE))
    return article


def test_the_editor_opens_with_what_is_found_in_the_draft(author, praising):
    page = signed_in(author).get(reverse("wagtailadmin_pages:edit", args=[praising.pk])).text
    assert 'data-side-panel="clinical_checks"' in page
    assert "This praises." in page
    assert '<blockquote class="checks__quote">breakthrough</blockquote>' in page


def test_a_new_article_has_the_panel_before_it_is_saved(author):
    _home, index = site_tree()
    address = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", index.pk])
    page = signed_in(author).get(address, {"article_type": "news"}).text
    assert reverse("article_check_new", args=[index.pk]) in page
    assert "Leave it so, because" not in page


def test_other_pages_have_no_such_panel(administrator):
    _home, index = site_tree()
    page = signed_in(administrator).get(reverse("wagtailadmin_pages:edit", args=[index.pk])).text
    assert "clinical_checks" not in page


def test_what_is_typed_is_checked_and_not_saved(author, draft):
    page = check(author, draft, form(overview(DOSE))).text
    assert "“1.0 mg” has been given as 10 mg" in page
    assert "1.0 mg" not in ArticlePage.objects.get(pk=draft.pk).latest_revision.content["body"]
    assert ArticlePage.objects.get(pk=draft.pk).revisions.count() == 1


def test_where_nothing_is_found_the_panel_says_so(author):
    article = ArticleFactory(owner=author, authors=[PersonFactory()], body=[])
    data = form(funding="None", competing_interests="None declared", title="About us", summary="Who we are.")
    assert "Nothing found in 5 words." in check(author, article, data).text


def test_a_new_article_is_checked_before_it_is_saved(author):
    _home, index = site_tree()
    address = reverse("article_check_new", args=[index.pk])
    page = signed_in(author).post(address, form(overview(DOSE)), headers=BY_SCRIPT).text
    assert "ISMP-01" in page
    assert not ArticlePage.objects.exists()


def test_the_words_are_read_although_another_field_is_invalid(author, draft):
    row = {
        **{"term_plain": "a breakthrough", "term_medical": "", "band": "common", "not_known_reason": ""},
        **{"numerator": "many", "denominator": "100", "seriousness": "", "severity": "", "onset": "not_known"},
        **{"duration": "", "reversible": "", "monitoring": "", "what_to_do": "", "source": ""},
        **{"comparator_numerator": "", "comparator_denominator": ""},
    }
    applies_to = dict.fromkeys(["medicine", "product", "route", "dose_range", "population"], "")
    effects = {
        **{"section_heading": "", "intro": rich_text(f"<p>{DOSE}</p>"), "applies_to": applies_to, "source": ""},
        "rows": {"count": "1", "0": {"deleted": "", "order": "0", "id": "r1", "type": "item", "value": row}},
    }
    page = check(author, draft, form(("side_effects", effects))).text
    assert "ISMP-01" in page
    assert "a breakthrough" in page


def test_a_text_that_is_too_long_is_still_read(author, draft):
    heading = "A breakthrough " * 20
    assert "breakthrough</blockquote>" in check(author, draft, form(overview("Plain.", section_heading=heading))).text


def test_authors_are_taken_from_the_form(author, draft):
    person = PersonFactory()
    data = form(overview("Plain."), authors=inline_formset([{"person": person.pk}]))
    assert "AUTH-01" in check(author, draft, form(overview("Plain."))).text
    assert "AUTH-01" not in check(author, draft, data).text


def test_a_form_that_is_none_is_told_so(author, draft):
    assert check(author, draft, {"body-count": "1"}).status_code == 400


def test_checking_a_form_leaves_the_editors_fields_required(author, draft):
    check(author, draft, form(overview("Plain.")))
    assert ArticlePage.body.field.stream_block.child_blocks["overview"].child_blocks["body"].required


@pytest.mark.parametrize("name", ["article_check", "article_answer"])
def test_who_may_not_edit_the_article_is_told_nothing(draft, name):
    stranger = UserFactory()
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    response = signed_in(stranger).post(reverse(name, args=[draft.pk]), form(overview(DOSE)))
    assert response.status_code == 302
    assert "ISMP" not in response.text
    assert Client().post(reverse(name, args=[draft.pk])).status_code == 302


def test_a_get_checks_nothing(author, draft):
    assert signed_in(author).get(reverse("article_check", args=[draft.pk])).status_code == 405


def test_an_answer_is_kept_with_its_reason_and_settles_the_finding(author, praising):
    flag = found_in(praising, "HYPE-02")
    page = answer(author, praising, praising.form, flag, **{"answer-reason": "A quotation."}).text
    kept = Waiver.objects.get()
    assert (kept.reason, kept.user_name, kept.quote) == ("A quotation.", str(author), "breakthrough")
    assert "keeps it: A quotation." in page
    assert "Take back" in page


def test_an_answer_can_be_taken_back(author, praising):
    flag = found_in(praising, "HYPE-02")
    answer(author, praising, praising.form, flag, **{"answer-reason": "A quotation."})
    page = answer(author, praising, praising.form, flag, **{"answer-take_back": "true"}).text
    assert "keeps it" not in page
    assert Waiver.objects.answers(praising.pk) == {}


def test_the_history_of_the_page_tells_of_answers(author, praising):
    flag = found_in(praising, "HYPE-02")
    answer(author, praising, praising.form, flag, **{"answer-reason": "A quotation."})
    answer(author, praising, praising.form, flag, **{"answer-take_back": "true"})
    page = signed_in(author).get(reverse("wagtailadmin_pages:history", args=[praising.pk])).text
    assert "HYPE-02, “breakthrough”: kept, because “A quotation.”" in page
    assert "HYPE-02, “breakthrough”: the answer counts no more" in page


def test_an_answer_without_a_reason_is_refused(author, praising):
    response = answer(author, praising, praising.form, found_in(praising, "HYPE-02"), **{"answer-reason": "  "})
    assert response.status_code == 422
    assert response.text == "Say why it stays. The reviewer reads your reason."
    assert not Waiver.objects.exists()


def test_what_cannot_be_answered_is_refused(author, draft):
    data = form(overview(DOSE))
    draft.body = [("overview", {"section_heading": "", "body": f"<p>{DOSE}</p>"})]
    draft.save_revision()
    response = answer(author, draft, data, found_in(draft, "ISMP-01"), **{"answer-reason": "It is fine."})
    assert response.status_code == 409
    assert not Waiver.objects.exists()


def test_what_the_form_does_not_say_any_more_is_not_answered(author, praising):
    flag = found_in(praising, "HYPE-02")
    response = answer(author, praising, form(overview("Plain.")), flag, **{"answer-reason": "A quotation."})
    assert response.status_code == 409
    assert "not in the text any more" in response.text


def test_without_scripts_the_draft_is_answered(author, praising):
    flag = found_in(praising, "HYPE-02")
    data = {"answer-rule": flag.rule.id, "answer-digest": flag.quote_digest, "answer-reason": "A quotation."}
    response = signed_in(author).post(reverse("article_answer", args=[praising.pk]), data)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[praising.pk])
    assert Waiver.objects.get().reason == "A quotation."


def test_a_locked_article_is_checked_and_takes_no_answer(author, administrator, praising):
    ArticlePage.objects.filter(pk=praising.pk).update(
        locked=True, locked_by=administrator, locked_at=timezone.now() - timedelta(hours=1)
    )
    page = check(author, praising, praising.form)
    assert "HYPE-02" in page.text
    assert "Leave it so, because" not in page.text
    response = answer(author, praising, praising.form, found_in(praising, "HYPE-02"), **{"answer-reason": "Mine."})
    assert response.status_code == 409
    assert not Waiver.objects.exists()


def test_a_check_of_chosen_sources_reads_them(author, draft):
    gone = ReferenceFactory(retracted=True)
    points = {"count": "1", "0": {"deleted": "", "order": "0", "id": "p1", "type": "item"}}
    points["0"]["value"] = {"text": "A point.", "source": str(gone.pk)}
    page = check(author, draft, form(("key_points", {"section_heading": "", "points": points}))).text
    assert "retracted" in page


def test_a_draft_as_posted_has_numbers_as_numbers(author, draft):
    data = form(overview("Plain."), review_interval_months="24")
    article = posted_draft(draft, data, by=author, parent=draft.get_parent())
    assert article.review_interval_months == 24
    assert [block.block_type for block in article.body] == ["overview"]
