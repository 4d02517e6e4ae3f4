"""The clinical rules at the gates: handing in, by the editor and round it, and approval."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from blog.clinical_checks.findings import findings_in
from blog.enums import ArticleType
from blog.models import ArticlePage, ArticleReference, Waiver
from blog.outlines import outline_of
from blog.tests.factories import PersonFactory, ReferenceFactory
from editions.models import Edition
from review import signoff
from review.errors import AgainstTheRules, NotAllowed, NotReady
from review.machine_checks import places_in, verdict_on
from review.models import Submission
from review.tests import factories
from review.tests.editing import edit, form_value

pytestmark = pytest.mark.django_db

DOSE, PRAISE = "Take 1.0 mg of it.", "This is a breakthrough."


def overview(words, heading="About us"):
    return ("overview", {"section_heading": heading, "health_aspect": "overview", "body": f"<p>{words}</p>"})


def posted(words, heading="About us"):
    value = {"section_heading": heading, "health_aspect": "overview", "body": rich_text(f"<p>{words}</p>")}
    return ("overview", value)


def draft_saying(words, by, **options):
    return factories.draft(by, body=[overview(words)], **options)


def flag_of(article, rule):
    """What `rule` finds in the latest draft."""
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return next(flag for flag in findings_in(draft).verdict.open if flag.rule.id == rule)


@pytest.fixture
def author(author, client):
    client.force_login(author)
    return author


def test_a_dose_that_can_be_misread_is_told_at_its_field(client, author):
    response = edit(client, factories.draft(author), "action-submit", sections=[posted("Plain."), posted(DOSE)])
    [error] = response.context["form"].errors.as_data()["body"]
    told = error.block_errors[1].block_errors["body"].messages
    assert any(message.startswith("“1.0 mg”: Take out the point and the zero") for message in told)
    assert not Submission.objects.exists()


def test_the_draft_with_it_is_saved_all_the_same(client, author):
    assert edit(client, factories.draft(author), sections=[posted(DOSE)]).status_code == 302


def test_what_is_wrong_with_the_article_is_told_at_its_field(client, author):
    article = factories.draft(author)
    response = edit(client, article, "action-submit", funding="")
    assert response.context["form"].errors["funding"] == ["Say who paid for the writing. Write “None” if nobody did."]


def test_fields_of_the_article_are_told_together_with_blank_sections(client, author):
    response = edit(client, factories.draft(author), "action-submit", sections=[posted("")], funding="")
    assert {"body", "funding"} <= response.context["form"].errors.keys()


def test_a_warning_does_not_keep_from_handing_in(client, author):
    assert edit(client, factories.draft(author), "action-submit", sections=[posted(PRAISE)]).status_code == 302


def test_a_finding_that_was_answered_does_not_either(client, author):
    points = [{"text": text, "source": None} for text in (PRAISE, "We are open.", "Side effects are told.")]
    article = factories.draft(author, body=[("key_points", {"points": points}), overview("We are here.")])
    with pytest.raises(NotReady, match="Clinical checks"):
        factories.submit(article, author)
    Waiver.objects.give(article, flag_of(article, "HYPE-01"), by=author, reason="A name.")
    assert factories.submit(article, author).is_open


def test_who_goes_round_the_form_is_refused_in_words(author):
    article = draft_saying(DOSE, author)
    with pytest.raises(NotReady, match="Take out the point and the zero"):
        factories.submit(article, author)
    assert not Submission.objects.exists()
    assert ArticlePage.objects.get(pk=article.pk).current_workflow_state is None


def test_of_many_findings_the_first_are_told(author):
    article = draft_saying(DOSE, author, funding="", competing_interests="", authors=[])
    with pytest.raises(NotReady, match="There are 2 more: see “Clinical checks”"):
        factories.submit(article, author)


def test_an_author_without_a_profession_is_told_where_authors_are_named(client, author):
    nobody = PersonFactory(profession="", post_nominals="")
    page = edit(client, factories.draft(author, authors=[nobody]), "action-submit", authors=[nobody]).content.decode()
    assert "Clinical checks" in page
    assert not Submission.objects.exists()


def test_an_author_who_works_nowhere_known_is_not_handed_in(author):
    article = factories.draft(author, authors=[PersonFactory(name="Dr Away", affiliation="")])
    with pytest.raises(NotReady, match="where Dr Away works"):
        factories.submit(article, author)


@pytest.fixture
def answered(author):
    """A submission with an answered warning, which stands in the section “About us”."""
    article = draft_saying(PRAISE, author)
    Waiver.objects.give(article, flag_of(article, "HYPE-02"), by=author, reason="So their motto says.")
    return factories.submit(article, author)


def test_answers_are_frozen_with_the_text(answered, author):
    [answer] = answered.facts["answers"]
    assert answer["rule"] == "HYPE-02"
    assert (answer["quote"], answer["reason"], answer["by"]) == ("breakthrough", "So their motto says.", "Author")
    edition = factories.approve(answered)
    assert edition.facts["answers"] == [answer]


def test_an_answer_to_words_that_are_gone_is_not_frozen(author):
    article = draft_saying(PRAISE, author)
    Waiver.objects.give(article, flag_of(article, "HYPE-02"), by=author, reason="So their motto says.")
    article.body = [overview("Plain words.")]
    article.save_revision(user=author)
    assert factories.submit(article, author).facts["answers"] == []


def test_an_answer_taken_back_during_the_review_changes_nothing(answered, author):
    [found] = verdict_on(answered).answered
    Waiver.objects.take_back(ArticlePage.objects.get(pk=answered.page_id), found.flag, by=author)
    assert [each.flag for each in verdict_on(answered).answered] == [found.flag]


def test_readers_are_not_told_of_answers(client, answered):
    edition = factories.approve(answered)
    assert "motto" not in edition.html
    assert "motto" not in edition.content


def screen(client, submission, user=None):
    client.force_login(user or factories.reviewer())
    return client.get(reverse("review:submission", args=[submission.pk])).content.decode()


def test_the_reviewer_reads_what_was_found_and_who_answered_it(client, answered):
    page = screen(client, answered)
    assert "Machine checks" in page
    assert "<b>Author</b> keeps it: So their motto says." in page
    assert '<a href="#about-us">Read “About us”</a>' in page
    assert "Approve this text" in page


def test_sections_are_found_in_the_frozen_text(author):
    article = factories.draft(author, body=[overview("One."), overview("Two."), overview("Three.", "")])
    submission = factories.submit(article, author)
    assert list(places_in(submission).values()) == ["about-us", "about-us-2", "what-it-is"]


def against_the_rules(monkeypatch, author):
    """A submission that was handed in before a rule was made that its text breaks."""
    article = draft_saying(DOSE, author)
    monkeypatch.setattr("review.submissions.gaps", lambda article: [])
    return factories.submit(article, author)


def test_a_text_against_the_rules_of_today_is_not_approved(client, author, monkeypatch):
    submission = against_the_rules(monkeypatch, author)
    reviewer = factories.reviewer()
    with pytest.raises(AgainstTheRules, match="must be put right before it can be approved"):
        signoff.approve(submission, reviewer, submission.digest)
    assert not Edition.objects.exists()
    page = screen(client, submission, reviewer)
    assert "Approve this text" not in page
    assert "Send back to the authors" in page
    response = client.post(reverse("review:approve", args=[submission.pk]), {"digest": submission.digest})
    assert response.status_code == 409
    client.post(reverse("review:request_changes", args=[submission.pk]), {"reason": "See the dose."})
    submission.refresh_from_db()
    assert submission.outcome == "changes_requested"


@pytest.mark.parametrize("is_cited", [True, False])
def test_a_source_retracted_after_handing_in_stops_the_approval(client, author, is_cited):
    reference = ReferenceFactory(title="A trial that was taken back")
    mark = f'<a linktype="citation" id="{reference.pk}">[1]</a>'
    article = draft_saying(f"We are open.{mark if is_cited else ''}", author)
    if not is_cited:
        article.references = [ArticleReference(reference=reference)]
        article.save_revision(user=author)
    submission = factories.submit(article, author)
    reference.retracted, reference.retracted_on = True, "2026-11-20"
    reference.save()
    reviewer = factories.reviewer()
    with pytest.raises(AgainstTheRules, match="“A trial that was taken back” was retracted on 20 Nov 2026"):
        signoff.approve(submission, reviewer, submission.digest)
    assert "was retracted on 20 Nov 2026, after this text was handed in" in screen(client, submission, reviewer)


def test_whoever_answered_a_finding_does_not_approve_the_text(author):
    judge = factories.reviewer("judge")
    article = draft_saying(PRAISE, author)
    Waiver.objects.give(article, flag_of(article, "HYPE-02"), by=judge, reason="I know them.")
    submission = factories.submit(article, author)
    with pytest.raises(NotAllowed, match="You answered what the clinical rules found in this article"):
        factories.approve(submission, judge)
    assert factories.approve(submission, factories.reviewer()).number == 1


def test_whose_answer_was_replaced_by_another_may_approve_the_text(author):
    judge = factories.reviewer("judge")
    article = draft_saying(PRAISE, author)
    flag = flag_of(article, "HYPE-02")
    for person in (judge, author):
        Waiver.objects.give(article, flag, by=person, reason="I know them.")
    assert factories.approve(factories.submit(article, author), judge).number == 1


def test_an_answer_that_was_not_needed_in_the_end_keeps_nobody_from_approving(author):
    judge = factories.reviewer("judge")
    article = draft_saying(PRAISE, author)
    Waiver.objects.give(article, flag_of(article, "HYPE-02"), by=judge, reason="I know them.")
    article.body = [overview("Plain words.")]
    article.save_revision(user=author)
    assert factories.approve(factories.submit(article, author), judge).number == 1


@pytest.mark.parametrize("article_type", ArticleType)
def test_every_section_of_an_outline_that_is_left_blank_is_told_at_its_fields(client, author, article_type):
    stream_block = ArticlePage.body.field.stream_block
    outline = outline_of(article_type, stream_block)
    sections = [(child.block_type, form_value(child.block, child.get_prep_value()["value"])) for child in outline]
    response = edit(client, factories.draft(author), "action-submit", sections=sections, article_type=article_type)
    [error] = response.context["form"].errors.as_data()["body"]
    may_be_blank = [at for at, child in enumerate(outline) if child.block_type == "do_dont"]
    assert {*error.block_errors, *may_be_blank} == set(range(len(outline)))
    assert all(each.block_errors for each in error.block_errors.values())
