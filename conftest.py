"""What the tests of every app share."""

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from django.utils import timezone
from hypothesis import settings

from editions import triggers
from tests import pristine_rows

# A loaded machine is no reason to fail, and a failure prints what reproduces it.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with the rows of its migrations remembered."""
    with django_db_blocker.unblock():
        pristine_rows.remember()


@pytest.fixture(autouse=True, scope="session")
def emptied_and_refilled():
    """A test with real transactions empties all tables afterwards, which the ledger's triggers refuse; then the rows
    of the migrations come back at once, so that the order in which tests run does not matter."""
    teardown = TransactionTestCase._fixture_teardown

    def empty_and_refill(self):
        # No post_migrate: it would make content types and permissions anew, under other ids than those coming back.
        with triggers.lifted(connection):
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
        pristine_rows.put_back()

    TransactionTestCase._fixture_teardown = empty_and_refill
    yield
    TransactionTestCase._fixture_teardown = teardown


@pytest.fixture
def start():
    """The moment at which the test begins."""
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def clock(start):
    """Time that stands until the test lets it pass: `clock.shift(seconds)`."""
    with time_machine.travel(start, tick=False) as traveller:
        yield traveller


def pytest_terminal_summary(terminalreporter):
    """A journey that did not run is said last and loud, not counted among other skips."""
    unseen = [report for report in terminalreporter.stats.get("skipped", []) if "no browser" in str(report.longrepr)]
    if unseen:
        terminalreporter.section(f"{len(unseen)} JOURNEYS DID NOT RUN: NO BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line("Install Chromium (apt-get install chromium), or name one: CHROMIUM=/path/to/chromium")
