"""What was handed in or sealed before sections changed their shape is judged, audited and given out in today's."""

import json
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from blog import content_shapes
from blog.importers import read_file
from editions import ledger
from editions.canonical import canonical_json
from review import signoff, submissions
from review.errors import AgainstTheRules
from review.machine_checks import places_in, shown_findings, verdict_on
from review.models import digests_of
from review.submissions import freeze
from review.tests import factories

pytestmark = pytest.mark.django_db

WORDS = "Treatment slows you down."
PRAISE = "This is a breakthrough."
TOO_LONG = "word " * 61
SECTIONS = [
    ("overview", {"section_heading": "What it is", "health_aspect": "overview", "body": "<p>A lamp.</p>"}),
    ("warning", {"heading": "Do not drive", "body": f"<p>{WORDS}</p>"}),
]


# As they would be written if warnings had been called “caution” before, and their text “words”.
def caution_is_warning(stream):
    return [block | {"type": "warning"} if block["type"] == "caution" else block for block in stream]


def words_are_body(stream):
    return [
        block | {"value": {("body" if name == "words" else name): text for name, text in block["value"].items()}}
        if block["type"] == "warning"
        else block
        for block in stream
    ]


def with_the_older_field(block):
    if block["type"] != "warning":
        return block
    return block | {"value": {("words" if name == "body" else name): text for name, text in block["value"].items()}}


def in_the_older_shape(block):
    return with_the_older_field(block) | ({"type": "caution"} if block["type"] == "warning" else {})


@pytest.fixture
def frozen_before(monkeypatch):
    """Gives the submission of an article with a warning, as a release before the renames froze it."""

    def freeze_before(words, older=in_the_older_shape):
        def as_older(article, at=None):
            text = freeze(article, at)
            whole = json.loads(text.content)
            body = [older(block) for block in whole["body"]]
            parts = {
                "content": canonical_json(whole | {"body": body}).replace(WORDS, words),
                "html": text.html.replace(WORDS, words).replace(
                    'data-kind="warning"', f'data-kind="{body[1]["type"]}"'
                ),
                "metadata": text.metadata,
            }
            return replace(text, **parts, **digests_of(**parts))

        article = factories.draft(factories.author(), body=SECTIONS)
        with monkeypatch.context() as older_release:
            older_release.setattr(submissions, "freeze", as_older)
            return factories.submit(article, article.owner)

    return freeze_before


@pytest.fixture
def renamed(monkeypatch):
    """Makes today a release in which a kind of section and one of its fields got another name."""

    def rename():
        steps = (*content_shapes.STEPS, caution_is_warning, words_are_body)
        monkeypatch.setattr(content_shapes, "STEPS", steps)
        monkeypatch.setattr(content_shapes, "SHAPE", len(steps))

    return rename


@pytest.mark.parametrize("older", [in_the_older_shape, with_the_older_field])
def test_what_was_handed_in_before_a_rename_is_approved_after_it_and_sealed_as_it_was(frozen_before, renamed, older):
    submission = frozen_before(WORDS, older)
    renamed()
    edition = factories.approve(submission)
    assert (edition.content, edition.html) == (submission.content, submission.html)
    assert json.loads(edition.content)["body"][1]["value"]["words"] == f"<p>{WORDS}</p>"


def test_the_rules_of_a_section_hold_under_its_older_name(frozen_before, renamed):
    submission = frozen_before(TOO_LONG)
    renamed()
    [flag] = verdict_on(submission).blocking
    assert (flag.rule.id, flag.field) == ("WARN-01", "body")
    with pytest.raises(AgainstTheRules):
        signoff.approve(submission, factories.reviewer(), submission.digest)


def test_the_review_screen_leads_from_a_finding_to_the_section_as_it_was_printed(frozen_before, renamed):
    submission = frozen_before(PRAISE)
    renamed()
    _summary, groups = shown_findings(submission)
    [(finding, place)] = [found for _kind, group in groups for found in group if found[0].flag.rule.id == "HYPE-02"]
    assert finding.flag.field == "body"
    assert place == places_in(submission)[finding.flag.block_id] == "do-not-drive"
    assert f'id="{place}" data-kind="caution"' in submission.html


def test_an_edition_that_was_sealed_before_a_rename_is_audited_in_todays_shape(frozen_before, renamed):
    edition = factories.approve(frozen_before(PRAISE))
    ledger.publish(edition, by=None)
    renamed()
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        out = StringIO()
        call_command("clinical_audit", stdout=out, format="json", editions=True)
    [row] = [row for row in json.loads(out.getvalue()) if row["rule"] == "HYPE-02" and "edition" in row["text"]]
    assert (row["text"], row["field"]) == (f"edition {edition.number}", "body")


@pytest.mark.parametrize("kind", ["md", "docx"])
def test_it_is_given_out_in_todays_shape(frozen_before, renamed, kind, tmp_path):
    edition = factories.approve(frozen_before(WORDS))
    renamed()
    file = tmp_path / f"article.{kind}"
    call_command(
        "export_article", edition.page_id, edition=edition.number, format=kind, output=str(file), stdout=StringIO()
    )
    sections = dict(read_file(file.name, file.read_bytes()).sections)
    assert sections["warning"]["heading"] == "Do not drive"
    assert WORDS in sections["warning"]["body"]
