import re

import pytest

from blog.models import Medicine
from reader.tests.conftest import read, tree
from review.tests.factories import admin
from shop.tests.factories import ServiceFactory, catalogue
from shop.tests.visitor import PERSON

__all__ = ["read", "tree"]


@pytest.fixture
def services(tree):
    """The catalogue of the default site."""
    return catalogue()


@pytest.fixture
def examplamine(db):
    """A prescription medicine with a brand."""
    return Medicine.objects.create(
        generic_name="examplamine", brands="Examplix\nÉx-Ample", slang="sunshine", medicine_class="example"
    )


@pytest.fixture
def staff(client):
    """A browser in which an administrator is logged in."""
    client.force_login(admin())
    return client


@pytest.fixture
def talk(services):
    """Something that can be booked up to three times."""
    return ServiceFactory(title="A talk", slug="a-talk", max_quantity=3)


@pytest.fixture
def post(client):
    """Posts to the cart and gives what the visitor then sees."""

    def send(act, service=None, **fields):
        if service is not None:
            fields["service"] = getattr(service, "pk", service)
        return client.post(f"/cart/{act}/", fields, follow=True)

    return send


@pytest.fixture
def chosen(talk, post):
    """The talk, twice in the cart."""
    post("add", talk, quantity=2)
    return talk


@pytest.fixture
def hidden(client):
    """What the form brings along unseen."""

    def read():
        page = client.get("/enquiry/").text
        return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "seen")}

    return read


@pytest.fixture
def ask(client, hidden, django_capture_on_commit_callbacks):
    """Fills in the form, with `fields` otherwise, and sends it; None leaves a field out."""

    def send(**fields):
        sent = {name: value for name, value in (PERSON | hidden() | fields).items() if value is not None}
        with django_capture_on_commit_callbacks(execute=True):
            return client.post("/enquiry/", sent, follow=True)

    return send
