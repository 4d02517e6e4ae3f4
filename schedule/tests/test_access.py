"""Only who may publish editions gets to the desk, by whichever address and method."""

import pytest
from django.urls import reverse

from blog.tests.factories import ArticleFactory
from editions import ledger
from editions.models import Publication
from editions.tests import factories
from people.models import User
from schedule import acts
from schedule.tests.times import DAY, NOW
from schedule.views.desk import TABS

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "when": "now",
    "until": "replaced",
    "reason": "A reason.",
}


@pytest.fixture
def addresses(clock):
    """Every address of the desk, on an article with something to do for each."""
    article = ArticleFactory()
    factories.live_edition(article.pk)
    clock.shift(60)
    edition = factories.edition(article.pk)
    planned = ledger.publish(edition, by=None, at=NOW + DAY)
    named = [("publish", edition), ("reschedule", planned), ("cancel", planned)]
    named += [("withdraw", article), ("retire", article), ("release", article)]
    lists = [reverse(f"publication_desk:{tab}{part}") for tab in TABS for part in ("", "_results")]
    found = [reverse(f"publication_desk:{name}", args=[subject.pk]) for name, subject in named]
    return article, [*lists, reverse("publication_desk:candidates"), *found]


def test_clinicians_are_turned_away_everywhere(client, clinician, addresses):
    article, urls = addresses
    client.force_login(clinician)
    before = Publication.objects.count()
    for url in urls:
        for response in (client.get(url), client.post(url, EVERYTHING | {"seen": acts.head(article.pk)})):
            assert (response.status_code, response.get("Location")) in [
                (302, reverse("wagtailadmin_home")),
                (403, None),
            ]
        assert client.get(url, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    assert Publication.objects.count() == before


def test_strangers_are_sent_to_the_login(client, addresses):
    for url in addresses[1]:
        assert client.get(url)["Location"].startswith(reverse("wagtailadmin_login"))


def test_administrators_and_superusers_get_everywhere(client, admin, addresses):
    root = User.objects.create_superuser("root")
    for user in (admin, root):
        client.force_login(user)
        for url in addresses[1]:
            assert client.get(url).status_code == 200, url


def test_menu_leads_administrators_to_the_desk_with_a_count(client, admin, clinician, addresses):
    factories.edition(4711)
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Publication desk, 1 waiting for a date" in page
    assert "Waiting for a date" in page
    client.force_login(clinician)
    assert "Publication desk" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_permission_is_offered_when_groups_are_edited(client, addresses):
    client.force_login(User.objects.create_superuser("root"))
    page = client.get(reverse("wagtailusers_groups:add")).content.decode()
    assert "publish, schedule, withdraw and take down" in page
