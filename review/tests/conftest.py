"""Who works on articles and who checks them."""

import pytest

from review.tests import factories


@pytest.fixture
def author(db):
    return factories.author()


@pytest.fixture
def reviewer(db):
    return factories.reviewer()
