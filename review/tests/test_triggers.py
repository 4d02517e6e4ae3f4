"""What was frozen stays guarded when the model of submissions changes."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from editions import triggers
from review.tests.factories import submitted_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def triggers_of_an_older_model(monkeypatch):
    """The triggers as they were made when the model of submissions had no column `html`."""
    model = apps.get_model("review", "Submission")
    known = model._meta.concrete_fields
    older = tuple(field for field in known if field.name != "html")
    triggers.remove(app_label="review")
    with monkeypatch.context() as patch:
        patch.setitem(model._meta.__dict__, "concrete_fields", older)
        triggers.install(app_label="review")


def test_a_trigger_that_does_not_know_a_new_column_is_missed_and_replaced(triggers_of_an_older_model):
    submitted_article()
    change = "UPDATE review_submission SET html = 'Other words.'"
    assert [name for name in triggers.missing() if name.startswith("review_submission_no_update")]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
        transaction.set_rollback(True)
    call_command("migrate", verbosity=0)
    assert triggers.missing() == []
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_a_table_in_the_midst_of_its_migrations_waits_for_its_triggers(monkeypatch):
    model = apps.get_model("review", "Submission")
    later = models.TextField(null=True)
    later.set_attributes_from_name("not_there_yet")
    triggers.remove(app_label="review")
    with monkeypatch.context() as patch:
        patch.setitem(model._meta.__dict__, "concrete_fields", (*model._meta.concrete_fields, later))
        triggers.install(app_label="review")
        assert [name for name in triggers.missing() if name.startswith("review_submission_no_")]
    triggers.install(app_label="review")
    assert triggers.missing() == []
