import pytest

from blog.models import Medicine
from reader.tests.conftest import read, tree
from shop.tests.factories import ServiceFactory, catalogue

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
