"""The audit by the command line: of every draft, of what readers get, and of the site's own words."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Site

from blog.clinical_checks.findings import findings_in
from blog.clinical_rules import Level
from blog.models import ArticlePage, Waiver
from blog.tests.factories import ArticleFactory, ReferenceFactory, site_tree
from cms import clinical_audit
from editions import ledger
from home.models import CrisisService, SiteSettings
from review.tests import factories
from shop.tests.factories import PromotionFactory, ServiceFactory

pytestmark = pytest.mark.django_db
DOSE, PRAISE = "Take 1.0 mg of it.", "This is a breakthrough."


def saying(words, **options):
    value = {"section_heading": "", "health_aspect": "overview", "body": f"<p>{words}</p>"}
    return {"body": [("overview", value)], **options}


def audit(**options):
    out = StringIO()
    call_command("clinical_audit", stdout=out, **options)
    return out.getvalue()


def rows(**options):
    return json.loads(audit(format="json", **options))


def of_rule(rule, **options):
    return [row for row in rows(**options) if row["rule"] == rule]


def test_a_row_says_where_and_what():
    article = ArticleFactory(slug="doses", **saying(DOSE, title="Doses"))
    [row] = of_rule("ISMP-01")
    assert row == {
        "page_id": article.pk,
        "title": "Doses",
        "address": "/doses/",
        "text": f"draft (revision {article.latest_revision_id})",
        "rule": "ISMP-01",
        "level": "block",
        "block": article.body[0].id,
        "field": "body",
        "quote": "1.0 mg",
        "message": row["message"],
        "answered": "",
    }


def test_an_answer_stands_beside_what_it_answers():
    author = factories.author()
    article = factories.draft(author, **saying(PRAISE))
    found = findings_in(article.get_latest_revision_as_object()).verdict.open
    flag = next(flag for flag in found if flag.rule.id == "HYPE-02")
    Waiver.objects.give(article, flag, by=author, reason="Their motto.")
    assert [row["answered"] for row in of_rule("HYPE-02")] == ["Author: Their motto."]


def test_the_level_leaves_out_what_is_milder():
    ArticleFactory(**saying(f"{DOSE} {PRAISE}"))
    levels = [{row["level"] for row in rows(level=level)} for level in ("block", "warn", "note")]
    assert levels[0] == {"block"}
    assert levels[1] == {"block", "warn"}
    assert levels[0] < levels[1] <= levels[2]


def test_the_latest_draft_is_read_and_not_the_row():
    article = ArticleFactory(**saying("Plain."))
    article.body = [("overview", {"section_heading": "", "body": f"<p>{DOSE}</p>"})]
    article.save_revision()
    assert len(of_rule("ISMP-01")) == 1


def published(**options):
    article, edition = factories.approved_article(**options)
    ledger.publish(edition, by=None)
    return article, edition


def test_a_further_source_that_was_retracted_since_is_found_in_an_edition():
    reference = ReferenceFactory(title="Taken back")
    _article, edition = published(**saying("We are open."), references=[reference])
    reference.retracted = True
    reference.save()
    found = clinical_audit.shown(timezone.now() + timedelta(minutes=1))
    assert f"edition {edition.number}" in {row.text for row in found if "retracted" in row.message}


def test_what_readers_get_is_audited_when_it_is_asked_for():
    reference = ReferenceFactory(title="Taken back")
    words = f'We are open.<a linktype="citation" id="{reference.pk}">[1]</a>'
    _article, edition = published(**saying(words))
    reference.retracted = True
    reference.save()
    later = timezone.now() + timedelta(minutes=1)
    found = list(clinical_audit.rows(level=Level.BLOCK, at=later, editions=True))
    assert f"edition {edition.number}" in {row.text for row in found if "retracted" in row.message}
    assert all(row.text.startswith("draft") for row in clinical_audit.rows(level=Level.BLOCK, at=later))


def test_the_sites_own_words_are_read_too():
    site_tree()
    SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), tagline="A breakthrough")
    assert [(row["text"], row["quote"]) for row in rows() if row["text"].startswith("site settings")] == [
        ("site settings: tagline", "breakthrough")
    ]


def test_what_is_offered_is_read_too():
    PromotionFactory(text="A breakthrough: 20% off!")
    PromotionFactory(text="Guaranteed.", ends_at=timezone.now())
    ServiceFactory(summary="A miracle.")
    ServiceFactory(summary="A revolutionary talk.", live=False)
    found = [row for row in rows() if row["text"] in ("promotion", "service")]
    assert [(row["field"], row["quote"]) for row in found] == [
        ("text", "breakthrough"),
        ("text", "20% off"),
        ("summary", "miracle"),
    ]


def test_a_promotion_without_what_it_takes_is_told():
    PromotionFactory(text="Whole.")
    PromotionFactory(text="Bare.", evidence_checked_on=None, terms_page=None)
    PromotionFactory(text="Over.", evidence_checked_on=None, ends_at=timezone.now())
    assert [(row["title"], row["message"]) for row in of_rule("SITE-02")] == [
        ("Bare.", "Readers do not get it. It has no terms."),
        ("Bare.", "Readers do not get it. Nobody has said when its evidence was checked."),
    ]


def test_a_spreadsheet_runs_nothing_of_it():
    ArticleFactory(**saying(DOSE), title='=HYPERLINK("http://example.org","x")')
    titles = {row["title"] for row in csv.DictReader(StringIO(audit(format="csv")))}
    assert titles == {'\'=HYPERLINK("http://example.org","x")'}


@pytest.mark.parametrize(("days", "is_told"), [(90, False), (91, True), (None, True)])
def test_a_help_line_that_nobody_checked_for_too_long_is_told(days, is_told):
    checked = None if days is None else timezone.localdate() - timedelta(days=days)
    CrisisService.objects.create(name="Example line", phone="988", hours="Always", last_verified_on=checked)
    assert [row["title"] for row in of_rule("SITE-01")] == (["Example line"] if is_told else [])


def test_it_fails_on_request_where_something_keeps_from_review():
    ArticleFactory(**saying(DOSE))
    audit()
    with pytest.raises(CommandError, match="Open findings that keep a text from review: "):
        audit(fail=True)


def test_it_does_not_fail_for_warnings():
    factories.draft(factories.author(), **saying(PRAISE))
    audit(fail=True)


def test_a_spreadsheet_gets_one_line_a_finding():
    ArticleFactory(**saying(DOSE, title="Doses, and more"))
    found = list(csv.DictReader(StringIO(audit(format="csv"))))
    assert {row["title"] for row in found} == {"Doses, and more"}
    assert "1.0 mg" in {row["quote"] for row in found}


def test_people_get_the_findings_of_each_text_together():
    ArticleFactory(slug="doses", **saying(DOSE, title="Doses"))
    text = audit()
    assert text.startswith("Doses (/doses/, draft (revision ")
    assert "  block ISMP-01: “1.0 mg” " in text
    assert text.rstrip().endswith("findings.")


def test_an_empty_site_has_no_findings():
    assert audit() == "0 findings.\n"


def test_batches_leave_nobody_out(monkeypatch):
    monkeypatch.setattr(clinical_audit, "A_BATCH", 2)
    ArticleFactory.create_batch(5, **saying(DOSE))
    found = {row.page_id for row in clinical_audit.drafts()}
    assert found == set(ArticlePage.objects.values_list("pk", flat=True))
