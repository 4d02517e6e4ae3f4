"""A person and a help line made in a chooser, while an article is written, by whoever may make them and nobody else."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import ModelLogEntry

from blog.tests.conftest import member, signed_in
from blog.tests.factories import ArticleFactory
from home.models import CrisisService
from people import roles
from people.choosers import free_slug
from people.models import Credential, Person

pytestmark = pytest.mark.django_db

TAB = {Person: "New person", CrisisService: "New help line"}
CREATED = {
    Person: {
        "name": "Alex Example",
        "post_nominals": "MD",
        "profession": "psychiatrist",
        "affiliation": "Example Clinic, Springfield",
    },
    CrisisService: {
        "name": "Night line",
        "phone": "+18005550100",
        "hours": "At night",
        "jurisdiction": "us",
        "who_for": "Anyone who cannot sleep",
    },
}


@pytest.fixture
def administrator():
    return member(roles.ADMINS)


def url_of(model, view):
    return reverse(model.snippet_viewset.chooser_viewset.get_url_name(view))


def posted(model, **changes):
    return {f"new-{name}": value for name, value in (CREATED[model] | changes).items()}


def create(browser, model, **changes):
    return browser.post(url_of(model, "create"), posted(model, **changes)).json()


def tabs(browser, model):
    html = BeautifulSoup(browser.get(url_of(model, "choose")).json()["html"], "html.parser")
    return [tab.find(string=True).strip() for tab in html.select('[role="tab"]')]


@pytest.mark.parametrize("model", CREATED)
def test_an_administrator_creates_one_in_the_chooser_and_it_has_a_history(model, administrator):
    CrisisService.objects.create(name="Emergency services", phone="911", hours="Always")
    browser = signed_in(administrator)
    assert TAB[model] in tabs(browser, model)
    answer = create(browser, model)
    row = model.objects.get(name=CREATED[model]["name"])
    assert answer["result"]["id"] == str(row.pk)
    assert {name: getattr(row, name) for name in CREATED[model]} == CREATED[model]
    entry = ModelLogEntry.objects.for_instance(row).get()
    assert (entry.user, entry.action, entry.revision) == (administrator, "wagtail.create", row.latest_revision)
    screen = browser.get(reverse(model.snippet_viewset.get_url_name("history"), args=[row.pk]))
    assert "Created" in screen.content.decode()


@pytest.mark.parametrize("model", CREATED)
@pytest.mark.parametrize("role", [roles.AUTHORS, roles.REVIEWERS])
def test_who_may_not_add_one_has_no_tab_and_is_refused(model, role):
    browser = signed_in(member(role))
    html = browser.get(url_of(model, "choose")).json()["html"]
    assert TAB[model] not in html
    assert url_of(model, "create") not in html
    assert "tab beside" not in html, "where there is none yet, no tab is named"
    for answer in (browser.get(url_of(model, "create")), browser.post(url_of(model, "create"), posted(model))):
        assert answer.status_code == 302, "Wagtail sends who may not to its front page"
        assert answer["Location"] == reverse("wagtailadmin_home")
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (Person, "name", ""),
        (Person, "post_nominals", "x" * 61),
        (CrisisService, "hours", ""),
        (CrisisService, "phone", "call us"),
        (CrisisService, "chat_url", "http://example.org/chat"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(model, field, value, administrator):
    answer = create(signed_in(administrator), model, **{field: value})
    assert answer["step"] == "reshow_creation_form"
    html = BeautifulSoup(answer["htmlFragment"], "html.parser")
    (box,) = html.select(f'[name="new-{field}"]')
    assert box.find_parent(attrs={"data-field": True}).select_one(".error-message")
    assert not model.objects.exists()


def test_a_person_made_in_place_has_no_account_and_no_licence_whatever_is_posted(administrator):
    extra = {
        "user": administrator.pk,
        "slug": "chosen",
        "credentials-TOTAL_FORMS": "1",
        "credentials-INITIAL_FORMS": "0",
        "credentials-0-profession": "psychiatrist",
        "credentials-0-registration_number": "EX-1",
        "credentials-0-valid_from": "2020-01-01",
        "credentials-0-valid_until": "2040-01-01",
    }
    data = posted(Person) | extra | {f"new-{name}": value for name, value in extra.items()}
    signed_in(administrator).post(url_of(Person, "create"), data)
    person = Person.objects.get()
    assert (person.user, person.slug) == (None, "alex-example")
    assert not Credential.objects.exists()


def test_two_people_of_one_name_have_slugs_of_their_own(administrator):
    browser = signed_in(administrator)
    for _time in range(3):
        create(browser, Person)
    slugs = Person.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["alex-example", "alex-example-2", "alex-example-3"]


@pytest.mark.parametrize("name", ["李", "a" * 120])
def test_a_name_of_any_letters_and_length_has_a_slug(name):
    for expected in (1, 2):
        person = Person(name=name, slug=free_slug(name))
        person.full_clean()
        person.save()
        assert Person.objects.count() == expected


def test_a_help_line_made_in_place_stands_below_those_that_are_there(administrator):
    CrisisService.objects.create(name="Emergency services", phone="911", hours="Always", sort_order=7)
    create(signed_in(administrator), CrisisService)
    assert [line.name for line in CrisisService.objects.all()] == ["Emergency services", "Night line"]


def test_the_built_in_lines_do_not_go_for_one_made_in_place(administrator):
    answer = create(signed_in(administrator), CrisisService)
    assert answer["step"] == "reshow_creation_form"
    assert "Settings, Crisis services, first" in answer["htmlFragment"]
    assert not CrisisService.objects.exists()


def test_the_choosers_of_an_article_are_these(administrator):
    article = ArticleFactory()
    html = signed_in(administrator).get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert all(url_of(model, "choose") in html for model in CREATED)
