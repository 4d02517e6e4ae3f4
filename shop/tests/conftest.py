import pytest

from blog.models import Medicine
from reader.tests.conftest import read, tree
from shop.tests.factories import catalogue

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
