import pytest
from django.urls import reverse

from blog.models import ArticlePage
from review.tests import factories

pytestmark = pytest.mark.django_db

SECTIONS = ArticlePage.body.field.stream_block.child_blocks


@pytest.fixture
def page(client):
    client.force_login(factories.author())
    return client.get(reverse("section_catalogue"))


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_stands_in_the_catalogue_with_its_example(page, name):
    assert page.status_code == 200
    assert f'id="section-{name}"' in page.text
    assert f'data-kind="{name}"' in page.text


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_tells_what_it_is_for(name):
    block = SECTIONS[name]
    assert block.meta.description
    assert block.meta.group
    assert block.meta.icon != "placeholder"
    assert block.meta.preview_value


def test_only_editors_see_the_catalogue(client):
    assert client.get(reverse("section_catalogue")).status_code == 302
