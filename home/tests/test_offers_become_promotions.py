"""What stood in the settings as an offer is kept, without a claim that nobody had recorded; and goes back."""

import os
import subprocess
import sys

import pytest

from tests.structure.sources import ROOT
from tests.structure.test_migrations import scratch_database

THERE_AND_BACK = """
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

def migrate(name):
    call_command("migrate", "home", name, verbosity=0)
    return MigrationExecutor(connection).loader.project_state([("home", name), ("shop", "0003_promotions")]).apps

before = migrate("0004_picture_for_sharing")
site = before.get_model("wagtailcore", "Site").objects.get()
before.get_model("home", "SiteSettings").objects.create(site_id=site.pk, promotion_text="20% off", tagline="Calm")
after = migrate("0006_no_offer_in_the_settings")
[promotion] = after.get_model("shop", "Promotion").objects.all()
assert promotion.text == "20% off"
assert (promotion.starts_at, promotion.ends_at, promotion.terms_page_id) == (None, None, None)
assert promotion.evidence_checked_on is None
after.get_model("shop", "Promotion").objects.create(text="made since")
before = migrate("0004_picture_for_sharing")
[settings] = before.get_model("home", "SiteSettings").objects.all()
assert (settings.promotion_text, settings.tagline) == ("20% off", "Calm")
assert [row.text for row in before.get_model("shop", "Promotion").objects.all()] == ["made since"]
call_command("migrate", verbosity=0)
"""


@pytest.mark.django_db(transaction=True)
def test_offer_of_the_settings_becomes_a_promotion_and_goes_back(tmp_path):
    environment = os.environ | {
        "DATABASE_URL": scratch_database(tmp_path),
        "DJANGO_SETTINGS_MODULE": "cms.settings.test",
    }
    command = [sys.executable, "-c", THERE_AND_BACK]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
