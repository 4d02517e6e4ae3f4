"""What search engines and tabs show of a page: each has a title and a description of its own."""

from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from cms.tests.public_pages import public_pages, tree


@pytest.fixture
def heads(client, db):
    """Address → tree of each page that is there for readers."""
    call_command("load_demo", verbosity=0)
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        return {address: tree(page) for address, page in public_pages(client).items() if page.status_code == 200}


def test_every_page_says_what_it_is(heads):
    for address, page in heads.items():
        assert len(page.xpath("//head/title[normalize-space()]")) == 1, address
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("/html/@lang"), address


def test_pages_that_may_be_listed_have_a_description_of_their_own(heads):
    listed = {
        address: page.xpath("//meta[@name='description']/@content")
        for address, page in heads.items()
        if "noindex" not in "".join(page.xpath("//meta[@name='robots']/@content")) and "?" not in address
    }
    assert listed
    assert [address for address, found in listed.items() if len(found) != 1 or not found[0].strip()] == []
    assert [words for words, count in Counter(found[0] for found in listed.values()).items() if count > 1] == []
