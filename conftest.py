"""What the tests of every app share."""

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings

from editions import triggers

# A loaded machine is no reason to fail, and a failure prints what reproduces it.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Remember what the migrations made: the page tree's root, the site, groups and their permissions."""
    with django_db_blocker.unblock():
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()


@pytest.fixture(autouse=True, scope="session")
def emptied_and_refilled():
    """A test with real transactions empties all tables afterwards, which the ledger's triggers refuse; then the rows
    of the migrations come back at once, so that the order in which tests run does not matter."""
    empty = TransactionTestCase._fixture_teardown

    def empty_and_refill(self):
        # Django then leaves it to the refilling to make content types and permissions, under the ids that they had.
        self.serialized_rollback = True
        with triggers.lifted(connection):
            empty(self)
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)

    TransactionTestCase._fixture_teardown = empty_and_refill
    yield
    TransactionTestCase._fixture_teardown = empty


def pytest_terminal_summary(terminalreporter):
    """A journey that did not run is said last and loud, not counted among other skips."""
    unseen = [report for report in terminalreporter.stats.get("skipped", []) if "no browser" in str(report.longrepr)]
    if unseen:
        terminalreporter.section(f"{len(unseen)} JOURNEYS DID NOT RUN: NO BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line("Install Chromium (apt-get install chromium), or name one: CHROMIUM=/path/to/chromium")
