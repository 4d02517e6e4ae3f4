"""The versions of people and of crisis services: kept, compared, brought back, and never a way round a guard."""

import json
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from home.models import CrisisService
from people.models import Credential, Person
from people.versions import KEPT
from review.tests import factories

pytestmark = pytest.mark.django_db

LINE = {"name": "Night line", "phone": "+18005550100", "hours": "At night", "jurisdiction": "uk", "sort_order": 0}


@pytest.fixture
def browser():
    client = Client()
    client.force_login(factories.admin())
    return client


@pytest.fixture
def clinician():
    """A reviewer whose profile was made in code, so that it has no version yet."""
    return factories.reviewer().person


@pytest.fixture
def helpline():
    return CrisisService.objects.create(**LINE)


def url_of(view, row, *args):
    return reverse(type(row).snippet_viewset.get_url_name(view), args=[row.pk, *args])


def form_of(person, **changes):
    """What the screen of a person posts, as the person is stored, with `changes`."""
    rows = [
        {
            "id": row.pk,
            "profession": row.profession,
            "registration_number": row.registration_number,
            "valid_from": row.valid_from.isoformat(),
            "valid_until": row.valid_until.isoformat(),
        }
        for row in person.credentials.all()
    ]
    fields = {
        name: getattr(person, name) for name in ("name", "slug", "post_nominals", "profession", "affiliation", "bio")
    }
    fields |= {"user": person.user_id or "", "credentials": inline_formset(rows, initial=len(rows))}
    return nested_form_data(fields | changes)


def actions(row):
    return list(ModelLogEntry.objects.for_instance(row).order_by("pk").values_list("action", flat=True))


def test_a_change_of_a_person_makes_a_version_and_keeps_what_stood_before(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    clinician.refresh_from_db()
    before, after = clinician.revisions.order_by("pk")
    assert (before.content["bio"], after.content["bio"]) == ("", "Works with adults.")
    assert clinician.latest_revision == after
    assert actions(clinician) == [KEPT, "wagtail.edit"]


def test_what_stood_before_is_brought_back_from_the_history(browser, helpline):
    browser.post(url_of("edit", helpline), LINE | {"phone": "+18005550199"})
    history = browser.get(url_of("history", helpline)).content.decode()
    assert "Kept as it was before it was first edited here" in history
    entry = ModelLogEntry.objects.for_instance(helpline).get(action=KEPT)
    assert entry.user is None, "whoever edits it today did not write what stood there"
    address = url_of("revisions_revert", helpline, entry.revision_id)
    assert f'href="{address}"' in history
    form = browser.get(address).context["form"]
    assert form["phone"].value() == "+18005550100"
    browser.post(address, {name: form[name].value() for name in form.fields if form[name].value() is not None})
    helpline.refresh_from_db()
    assert helpline.phone == "+18005550100"


def test_what_stood_before_is_kept_once(browser, helpline):
    for phone in ("+18005550199", "+18005550166"):
        browser.post(url_of("edit", helpline), LINE | {"phone": phone})
    assert actions(helpline) == [KEPT, "wagtail.edit", "wagtail.edit"]


def test_a_version_of_a_person_holds_the_licences(browser, clinician):
    licence = clinician.credentials.get()
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    (stored,) = clinician.revisions.first().content["credentials"]
    assert stored["registration_number"] == licence.registration_number


def test_two_versions_of_a_person_are_compared_with_their_licences(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    clinician.credentials.update(registration_number="REG-CHANGED")
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults and children."))
    revisions = clinician.revisions.order_by("pk")
    html = browser.get(url_of("revisions_compare", clinician, revisions[0].pk, revisions[2].pk)).content.decode()
    assert "and children" in html
    assert "REG-CHANGED" in html


def bring_back(browser, person, revision):
    """Open an older version of a person and save what the form shows."""
    address = url_of("revisions_revert", person, revision.pk)
    form = browser.get(address).context["form"]
    rows = [
        {name: child[name].value() for name in ("id", "profession", "registration_number", "valid_from", "valid_until")}
        for child in form.formsets["credentials"].initial_forms
    ]
    shown = {name: form[name].value() or "" for name in form.fields}
    browser.post(address, nested_form_data(shown | {"credentials": inline_formset(rows, initial=len(rows))}))
    person.refresh_from_db()


def test_going_back_brings_back_what_readers_see_and_is_written_down(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    bring_back(browser, clinician, clinician.revisions.first())
    assert clinician.bio == ""
    assert actions(clinician) == [KEPT, "wagtail.edit", "wagtail.revert"]


def test_a_version_older_than_a_field_leaves_it_as_it_is(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    older = clinician.revisions.first()
    del older.content["affiliation"]
    older.save()
    bring_back(browser, clinician, older)
    assert (clinician.bio, clinician.affiliation) == ("", "Example Clinic, Springfield")


def test_going_back_brings_back_no_licence(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    clinician.credentials.all().delete()
    Credential.objects.create(
        person=clinician,
        profession="psychiatrist",
        registration_number="NEW-1",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 6, 1),
    )
    bring_back(browser, clinician, clinician.revisions.first())
    assert list(clinician.credentials.values_list("registration_number", "valid_until")) == [
        ("NEW-1", date(2026, 6, 1))
    ]


def test_going_back_brings_back_no_account(browser, clinician):
    account = clinician.user
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    Person.objects.filter(pk=clinician.pk).update(user=None)
    other = Person.objects.create(name="Other", slug="other", user=account)
    bring_back(browser, clinician, clinician.revisions.first())
    assert clinician.bio == ""
    assert clinician.user is None
    other.refresh_from_db()
    assert other.user == account


def test_a_version_of_a_person_tells_nothing_of_the_account_but_its_number(browser, clinician):
    clinician.user.email = "private@example.org"
    clinician.user.save()
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    stored = json.dumps(clinician.revisions.last().content)
    assert "private@example.org" not in stored
    assert clinician.user.password not in stored


@pytest.mark.parametrize("role", ["author", "reviewer"])
def test_versions_of_people_are_for_administrators(browser, clinician, role):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    revision = clinician.revisions.first()
    other = Client()
    other.force_login(getattr(factories, role)("somebody"))
    for view, args in [
        ("revisions_revert", [revision.pk]),
        ("revisions_compare", ["earliest", "latest"]),
    ]:
        assert other.get(url_of(view, clinician, *args)).status_code == 302, view
    other.post(url_of("revisions_revert", clinician, revision.pk), form_of(clinician, bio="Taken over"))
    clinician.refresh_from_db()
    assert clinician.bio == "Works with adults."


def test_a_person_who_is_deleted_leaves_no_version(browser, clinician):
    browser.post(url_of("edit", clinician), form_of(clinician, bio="Works with adults."))
    key = str(clinician.pk)
    browser.post(url_of("delete", clinician))
    assert not Person.objects.filter(pk=key).exists()
    assert not Revision.objects.for_instance(Person(pk=key)).exists()


def test_a_number_that_is_changed_or_brought_back_stands_on_every_page_at_once(browser, helpline, tree, read):
    browser.post(url_of("edit", helpline), LINE | {"phone": "+18005550199"})
    assert "tel:+18005550199" in read("/").text_shown
    older = helpline.revisions.order_by("pk").first()
    assert older.content["phone"] == "+18005550100"
    browser.post(url_of("revisions_revert", helpline, older.pk), LINE)
    shown = read("/").text_shown
    assert "tel:+18005550100" in shown
    assert "tel:+18005550199" not in shown
    assert actions(helpline) == [KEPT, "wagtail.edit", "wagtail.revert"]


def test_a_line_kept_before_lines_had_a_country_comes_back_to_the_one_it_has(browser, helpline):
    browser.post(url_of("edit", helpline), LINE | {"phone": "+18005550199"})
    older = helpline.revisions.order_by("pk").first()
    del older.content["jurisdiction"]
    older.save()
    form = browser.get(url_of("revisions_revert", helpline, older.pk)).context["form"]
    assert (form["phone"].value(), form["jurisdiction"].value()) == ("+18005550100", "uk")


def test_a_version_is_never_what_pages_show(helpline, tree, read):
    helpline.phone = "+18005550166"
    helpline.save_revision()
    shown = read("/").text_shown
    assert "tel:+18005550100" in shown
    assert "tel:+18005550166" not in shown


@pytest.mark.parametrize("row", ["clinician", "helpline"])
def test_nothing_of_it_is_saved_while_it_is_typed(browser, row, request):
    row = request.getfixturevalue(row)
    for address in (url_of("edit", row), reverse(type(row).snippet_viewset.get_url_name("add"))):
        assert "w-autosave#save" not in browser.get(address).content.decode()
