"""Verification names what was altered, and where."""

import json
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import connection

from editions import ledger, record, sealing, triggers, verification
from editions.canonical import canonical_json
from editions.errors import TamperedEvidence
from editions.models import Edition, EditionTopic, Publication, PublicState, Seal
from editions.reading import trusted, trusted_only
from editions.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def history():
    factories.live_edition(1, topics=[{"id": 40, "title": "Depression"}])
    factories.live_edition(2)
    ledger.withdraw(2, by=None, reason="A dose was wrong.")


def alter(statement):
    with triggers.lifted(), connection.cursor() as cursor:
        cursor.execute(statement)


def first_fault():
    return str(next(verification.faults()))


def verify(*arguments):
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_editions", *arguments, stdout=out, stderr=err, no_color=True)
    except SystemExit as stopped:
        return stopped.code, err.getvalue()
    return 0, out.getvalue()


def test_untouched_ledger_is_whole():
    assert list(verification.faults()) == []
    status, said = verify()
    assert status == 0 and "5 seals" in said


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE editions_edition SET html = 'Take twice the dose.' WHERE page_id = 1", "the html of the edition"),
        ("UPDATE editions_edition SET content = '{}' WHERE page_id = 1", "the content of the edition"),
        ("UPDATE editions_edition SET kind = 'unreviewed' WHERE page_id = 1", "changed since it was sealed: kind"),
        ("UPDATE editions_edition SET made_by_name = 'Someone' WHERE page_id = 1", "made_by_name"),
        ("UPDATE editions_editiontopic SET page_id = 41", "topics"),
        ("INSERT INTO editions_editionpicture (edition_id, name) SELECT id, 'x.png' FROM editions_edition", "pictures"),
        ("DELETE FROM editions_editiontopic", "topics"),
        ("UPDATE editions_publication SET reason = 'None'", "reason"),
        ("UPDATE editions_seal SET payload = '{}' WHERE position = 3", "seal 3: its digest"),
        ("UPDATE editions_seal SET mac = 'f' WHERE position = 3", "seal 3: its MAC"),
        ("UPDATE editions_seal SET key_id = 'stolen' WHERE position = 3", "“stolen”"),
        ("UPDATE editions_seal SET previous_digest = 'f' WHERE position = 3", "seal 3: does not follow"),
        ("DELETE FROM editions_seal WHERE position = 3", "seal 3: is missing"),
        ("DELETE FROM editions_seal WHERE position = 5", "bears no seal"),
        ("UPDATE editions_publicstate SET ends_at = '2999-01-01' WHERE page_id = 1", "public state of page 1"),
        ("UPDATE editions_publicstate SET mac = 'f' WHERE page_id = 1", "does not bear its MAC"),
        ("UPDATE editions_publicstate SET page_id = 77 WHERE page_id = 1", "public state of page 1"),
    ],
)
def test_alteration_is_named_and_ends_with_status_1(statement, named):
    alter(statement)
    status, said = verify("--all")
    assert status == 1
    assert named in said


def test_first_bad_row_comes_first():
    alter("UPDATE editions_edition SET html = 'x' WHERE page_id = 2")
    alter("UPDATE editions_seal SET mac = 'f' WHERE position = 5")
    assert first_fault().startswith("seal 3 (edition")


def test_missing_row_of_a_seal_is_named():
    with triggers.lifted():
        EditionTopic.objects.all().delete()
        PublicState.objects.all().delete()
        Publication.objects.filter(page_id=1).delete()
        Edition.objects.filter(page_id=1).delete()
    assert "the edition is missing" in first_fault()


def test_missing_trigger_is_named():
    triggers.remove()
    assert first_fault().startswith("trigger ")


def test_lost_projection_is_named_and_rebuilt():
    PublicState.objects.filter(page_id=1).delete()
    assert "does not follow from the ledger" in first_fault()
    status, said = verify("--rebuild")
    assert status == 0 and "2 pages" in said
    assert list(verification.faults()) == []


def test_picture_of_an_edition_that_is_lost_or_altered_is_named():
    name = record.keep(b"picture", "webp")
    factories.live_edition(3, words=f'<img src="/record/{name}" alt="">')
    assert list(verification.faults()) == []
    storages["record"].delete(name)
    assert first_fault() == f"picture {name} of edition 1 of page 3: is missing from the record"
    storages["record"].save(name, ContentFile(b"forged"))
    assert first_fault() == f"picture {name} of edition 1 of page 3: is not what was recorded"
    storages["record"].delete(name)


def test_column_added_after_sealing_breaks_no_seal(monkeypatch):
    payload = sealing.publication_payload

    def with_a_new_column(publication):
        return canonical_json(json.loads(payload(publication)) | {"grade": "none"})

    monkeypatch.setattr(sealing, "publication_payload", with_a_new_column)
    assert list(verification.faults()) == []


def test_old_keys_verify_and_new_ones_sign(settings):
    settings.EDITION_OLD_KEYS = {settings.EDITION_KEY_ID: settings.EDITION_KEY}
    settings.EDITION_KEY_ID, settings.EDITION_KEY = "next", "another key of more than thirty-two characters"
    factories.live_edition(3)
    assert Seal.objects.order_by("-position").first().key_id == "next"
    assert list(verification.faults()) == []
    settings.EDITION_OLD_KEYS = {}
    assert "its MAC" in first_fault()


def states_of(*page_ids):
    states = PublicState.objects.filter(page_id__in=page_ids).with_newest_publication()
    return states.select_related("edition", "publication")


def state_of(page_id):
    return states_of(page_id).first()


def test_reader_trusts_what_was_sealed():
    assert trusted(state_of(1)).edition.number == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE editions_edition SET html = 'Take twice the dose.'",
        "UPDATE editions_edition SET html = 'x', html_digest = 'y'",
        "UPDATE editions_edition SET metadata = '{}'",
        "UPDATE editions_edition SET kind = 'reviewed', number = 7 WHERE page_id = 1",
        "UPDATE editions_publicstate SET ends_at = '2999-01-01 00:00:00+00:00'",
        "UPDATE editions_publication SET reason = 'Nothing happened.'",
    ],
)
def test_reader_refuses_what_was_altered(statement):
    alter(statement)
    with pytest.raises(TamperedEvidence):
        trusted(state_of(1))


def test_listing_drops_the_bad_row_and_raises_an_alarm(caplog):
    alter("UPDATE editions_edition SET html = 'x' WHERE page_id = 1")
    factories.live_edition(3)
    assert [state.page_id for state in trusted_only(states_of(1, 3))] == [3]
    assert "ALARM" in caplog.text


def test_old_projection_that_is_put_back_is_refused_and_named():
    shown = PublicState.objects.get(page_id=1)
    ledger.withdraw(1, by=None, reason="A dose was wrong.")
    PublicState.objects.filter(page_id=1).delete()
    shown.save(force_insert=True)
    # Its MAC is of a time when it was true, before the withdrawal.
    with pytest.raises(TamperedEvidence):
        trusted(state_of(1))
    assert first_fault() == "public state of page 1: does not follow from the ledger; --rebuild writes it anew"
    verify("--rebuild")
    assert [trusted(state).state for state in states_of(1)][-1] == "withdrawn"
