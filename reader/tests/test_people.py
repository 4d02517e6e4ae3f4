"""Pages of authors and reviewers: what readers get at that moment of what each of them wrote and reviewed."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from blog.models import ArticlePage
from editions import ledger, triggers
from editions.models import Edition
from editions.tests.factories import live_edition
from home.models import HomePage
from people.models import Person
from review.tests import factories

pytestmark = pytest.mark.django_db

ANN = {"id": 7, "name": "Ann Author", "post_nominals": "MSc", "profession": "psychologist"}
REA = {
    "id": 8,
    "name": "Rea Viewer",
    "post_nominals": "MD",
    "profession": "psychiatrist",
    "registration_number": "REG1",
}
NAMED = {"authors": [ANN], "reviewers": [REA]}
ANNS, REAS = "/people/7/ann-author/", "/people/8/rea-viewer/"
NOBODY = {"kind": "unreviewed", "reviewers": [], "reviewed_on": None, "next_review_due": None}


@pytest.fixture
def published(tree, clock):
    """Makes an article that was written, handed in, approved and published by people with accounts."""

    def make(title="Sleep", **options):
        made = factories.approved_article(title=title, **options)[1]
        ledger.publish(made, by=None)
        clock.shift(2)
        return made

    return make


def works(response, part):
    return [work.title for work in getattr(response.context["profile"], part)]


def test_what_somebody_signed_off_is_on_their_page_with_its_days(published, read):
    published()
    writer, signer = (Person.objects.get(name=name) for name in ("Author", "Reviewer"))
    article = read(ArticlePage.objects.get().get_url())
    for person, part in ((writer, "Wrote"), (signer, "Reviewed")):
        address = f"/people/{person.pk}/{person.name.lower()}/"
        assert f'<a href="{address}">{person.name}</a>' in article.text_shown
        response = read(address)
        assert response.status_code == 200
        assert f"{person.name}, MD</h1>" in response.text_shown
        assert f"Psychiatrist, Example Clinic, Springfield. {part} 1 article on this site." in response.text_shown
        assert f">{part}</h2>" in response.text_shown
        assert ">Sleep</a>" in response.text_shown
        assert "Reviewed <time" in response.text_shown
        assert "Edition 1, shown since <time" in response.text_shown
        assert "on the site at this moment" in response.text_shown
        assert response.headers["Cache-Control"] == "no-cache"


def test_nothing_of_an_account_nor_of_a_licence_is_told(published, read):
    published()
    for person in Person.objects.exclude(user=None):
        account = person.user
        account.first_name, account.last_name = "Secret", "Surname"
        account.save()
        for address in ["/people/", f"/people/{person.pk}/{person.name.lower()}/"]:
            text = read(address).text_shown
            numbers = [credential.registration_number for credential in person.credentials.all()]
            for private in [account.email, "@example.org", "Secret", "Surname", *numbers]:
                assert private not in text


def test_a_profile_that_changed_tells_what_the_newest_edition_froze(published, read):
    published("Sleep")
    writer = Person.objects.get(name="Author")
    Person.objects.filter(pk=writer.pk).update(
        name="Renamed", profession="psychologist", affiliation="Other Clinic, Shelbyville"
    )
    assert read(f"/people/{writer.pk}/author/").status_code == 200
    published("Rest")
    response = read(f"/people/{writer.pk}/renamed/")
    assert works(response, "wrote") == ["Rest", "Sleep"]
    assert "Psychologist, Other Clinic, Shelbyville." in response.text_shown
    assert ">Author" not in response.text_shown
    moved = read(f"/people/{writer.pk}/author/")
    assert (moved.status_code, moved["Location"]) == (301, f"/people/{writer.pk}/renamed/")
    assert moved.headers["Cache-Control"] == "no-cache"


def test_bylines_tell_where_somebody_worked_when_the_edition_was_sealed(published, read):
    published("Sleep")
    Person.objects.update(affiliation="Other Clinic, Shelbyville")
    text = read(ArticlePage.objects.get().get_url()).text_shown
    # The author's name, and the reviewer's above the text and below it.
    assert text.count(", MD, psychiatrist, Example Clinic, Springfield</span>") == 3
    assert "Shelbyville" not in text
    assert "MD, psychiatrist, Example Clinic, Springfield" in read("/people/").text_shown


def test_an_edition_older_than_places_of_work_tells_the_profession_alone(shown, read):
    shown("sleep", **NAMED)
    assert '<p class="lede">Psychologist. Wrote 1 article on this site.</p>' in read(ANNS).text_shown


def test_the_edition_sealed_last_tells_the_name_whichever_came_last_to_readers(sealed, read, clock):
    older = sealed("sleep", **NAMED)
    newer = sealed("rest", authors=[{**ANN, "name": "Ann Married"}], reviewers=[REA])
    for edition in (newer, older):
        ledger.publish(edition, by=None)
        clock.shift(2)
    response = read("/people/7/ann-married/")
    assert response.status_code == 200
    assert works(response, "wrote") == ["Sleep", "Rest"]


def test_altered_edition_is_listed_nowhere_and_alarms(shown, read, caplog):
    made = shown("sleep", **NAMED)
    with triggers.lifted(connection):
        Edition.objects.filter(pk=made.pk).update(metadata=made.metadata.replace("Ann Author", "Ann Other"))
    with caplog.at_level(logging.CRITICAL):
        assert read("/people/7/ann-other/").status_code == read(ANNS).status_code == 404
    assert "ALARM" in caplog.text


def test_who_wrote_and_reviewed_has_both(shown, read):
    shown("sleep", **NAMED)
    shown("rest", authors=[REA], reviewers=[ANN])
    response = read(REAS)
    assert (works(response, "wrote"), works(response, "reviewed")) == (["Rest"], ["Sleep"])
    assert "Wrote 1 article and reviewed 1 on this site." in response.text_shown


def test_planned_edition_is_listed_from_its_second_to_its_expiry(sealed, read, clock, start):
    minute, blink = timedelta(minutes=1), timedelta(microseconds=1)
    ledger.publish(sealed("sleep", **NAMED), by=None, at=start + minute, expires_at=start + 2 * minute)
    seen = []
    for moment in [timedelta(0), minute - blink, minute, 2 * minute - blink, 2 * minute]:
        clock.move_to(start + moment)
        seen.append((read(ANNS).status_code, "Ann Author" in read("/people/").text_shown))
    assert seen == [(404, False), (404, False), (200, True), (200, True), (404, False)]


def test_withdrawn_article_leaves_at_once_and_takes_along_whom_it_alone_named(shown, read, clock):
    shown("sleep", **NAMED)
    made = shown("rest", authors=[ANN], reviewers=[{**REA, "id": 9, "name": "Other Viewer"}])
    assert works(read(ANNS), "wrote") == ["Rest", "Sleep"]
    ledger.withdraw(made.page_id, by=None, reason="Out of date.")
    clock.shift(2)
    assert works(read(ANNS), "wrote") == ["Sleep"]
    assert read("/people/9/other-viewer/").status_code == 404
    assert "Other Viewer" not in read("/people/").text_shown


def test_whom_only_an_older_edition_names_has_no_page_and_no_link(shown, read, clock):
    made = shown("sleep", **NAMED)
    live_edition(made.page_id, title="Sleep", authors=[{**ANN, "id": 9, "name": "Second Author"}], reviewers=[REA])
    clock.shift(2)
    assert read(ANNS).status_code == 404
    old = read("/articles/sleep/editions/1/").text_shown
    assert "Ann Author" in old
    assert 'href="/people/' not in old
    assert "/people/9/second-author/" in read("/articles/sleep/editions/2/").text_shown


def test_edition_from_before_people_had_ids_is_shown_and_its_names_lead_nowhere(shown, read):
    without = [{name: value for name, value in person.items() if name != "id"} for person in (ANN, REA)]
    shown("sleep", authors=without[:1], reviewers=without[1:])
    article = read("/articles/sleep/")
    assert article.status_code == 200
    assert "Ann Author, MSc, psychologist" in article.text_shown
    assert "/people/" not in article.text_shown
    people = read("/people/")
    assert "No article on this site names anybody yet" in people.text_shown
    assert "noindex" in people.text_shown
    assert "/people/" not in read("/sitemap.xml").text_shown


def test_text_handed_in_before_and_approved_after_names_the_reviewer_alone(shown, read):
    shown("sleep", authors=[{"name": "Ann Author"}], reviewers=[REA])
    assert works(read(REAS), "reviewed") == ["Sleep"]
    assert "Ann Author" not in read("/people/").text_shown


def test_unreviewed_article_says_so_and_alone_is_not_for_engines(shown, read):
    shown("seed", authors=[ANN], **NOBODY)
    response = read(ANNS)
    assert "Not clinically reviewed" in response.text_shown
    assert 'name="robots" content="noindex"' in response.text_shown
    assert "canonical" not in response.text_shown
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert ANNS not in read("/sitemap.xml").text_shown
    shown("sleep", **NAMED)
    response = read(ANNS)
    assert works(response, "wrote") == ["Sleep", "Seed"]
    assert "noindex" not in response.text_shown
    assert "X-Robots-Tag" not in response.headers
    assert f'rel="canonical" href="http://localhost{ANNS}"' in response.text_shown
    assert 'property="og:title" content="Ann Author, MSc"' in response.text_shown
    for address in (ANNS, REAS, "/people/"):
        assert f"{address}</loc>" in read("/sitemap.xml").text_shown


def test_reviewer_of_what_is_released_without_review_is_nobody(shown, read):
    shown("seed", authors=[ANN], **(NOBODY | {"reviewers": [REA]}))
    assert read(REAS).status_code == 404


def test_all_are_listed_by_name_with_what_they_did(shown, read):
    shown("sleep", **NAMED)
    shown("rest", authors=[{**ANN, "id": 11, "name": "Änne Adams"}, ANN], reviewers=[REA])
    response = read("/people/")
    assert [profile.person.name for profile in response.context["people"]] == ["Ann Author", "Änne Adams", "Rea Viewer"]
    assert "Reviewed 2 articles" in response.text_shown
    assert f'href="{REAS}"' in response.text_shown
    assert 'href="/people/11/anne-adams/"' in response.text_shown
    assert 'href="/people/">Who writes and reviews</a>' in read(ANNS).text_shown


def test_feeds_lead_to_the_pages_of_authors(shown, client):
    shown("sleep", authors=[ANN, {"name": "Other Author"}])
    page = f"http://localhost{ANNS}"
    (item,) = client.get("/feed.json").json()["items"]
    assert item["authors"] == [{"name": "Ann Author", "url": page}, {"name": "Other Author"}]
    atom = client.get("/feed.atom").text
    assert f"<author><name>Ann Author</name><uri>{page}</uri></author>" in atom
    assert "<author><name>Other Author</name></author>" in atom


def test_somebody_named_twice_has_the_article_once(shown, read):
    shown("sleep", authors=[ANN, ANN], reviewers=[REA])
    assert works(read(ANNS), "wrote") == ["Sleep"]


def test_page_tells_of_its_own_site_alone(shown, client):
    shown("sleep", **NAMED)
    home = Page.get_first_root_node().add_child(instance=HomePage(title="Other clinic", slug="other"))
    Site.objects.create(hostname="other.example", root_page=home)
    assert client.get(ANNS).status_code == 200
    assert client.get(ANNS, headers={"host": "other.example"}).status_code == 404
    assert "Ann Author" not in client.get("/people/", headers={"host": "other.example"}).text


def test_without_any_site_there_is_nobody(shown, client):
    shown("sleep", **NAMED)
    Site.objects.all().delete()
    assert client.get(ANNS).status_code == 404
    assert client.get("/people/").status_code == 200


@pytest.mark.parametrize("many", [1, 9])
@pytest.mark.parametrize("address", [ANNS, "/people/"])
def test_queries_are_as_many_for_one_article_as_for_many(shown, client, many, address):
    for number in range(many):
        made = shown(f"a{number}", authors=[ANN, {**ANN, "id": 100 + number}], reviewers=[REA])
    client.get(address)
    ledger.publish(made, by=None)
    # After an act of the ledger the first of a process reads what is shown, and when that changes next.
    asked = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))
    assert asked == [8, 6], [query["sql"] for query in queries]


def test_links_of_the_byline_cost_no_query(shown, client):
    asked = []
    for slug, facts in (("sleep", {}), ("rest", NAMED)):
        shown(slug, **facts)
        client.get(f"/articles/{slug}/")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/articles/{slug}/")
        asked.append(len(queries))
    assert asked == [6, 6]
