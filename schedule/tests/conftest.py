import pytest
import time_machine

from people.roles import ADMINS, AUTHORS, REVIEWERS
from schedule.tests.people import member_of
from schedule.tests.times import NOW


@pytest.fixture
def clock():
    """The afternoon of 2 March 2027 in New York; `clock.shift(seconds)` lets time pass."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def admin(db):
    return member_of(ADMINS)


@pytest.fixture(params=[AUTHORS, REVIEWERS])
def clinician(request, db):
    """Somebody who works on articles and does not publish them."""
    return member_of(request.param)


@pytest.fixture
def browser(client, admin, clock):
    """A browser in which the administrator is logged in."""
    client.force_login(admin)
    return client
