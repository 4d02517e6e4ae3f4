"""Adding references by pasting, on screens that need no script."""

import json

import pytest
from django.urls import reverse

from blog.models import Reference
from blog.tests.conftest import member, messages_of, signed_in
from blog.tests.factories import ReferenceFactory
from people import roles

pytestmark = pytest.mark.django_db

PASTE = "/admin/references/paste/"
CREATE = "/admin/snippets/choose/blog/reference/create/"
RIS = "TY  - JOUR\nAU  - Sample, S\nTI  - A pasted trial\nJO  - Journal of Examples\nPY  - 2025\nDO  - 10.1000/pasted\n"
SECOND = RIS.replace("10.1000/pasted", "10.1000/second").replace("A pasted trial", "A second trial")
FIELDS = {"kind": "article", "title": "A pasted trial", "authors": "Sample S", "year": 2025, "doi": "10.1000/pasted"}


@pytest.fixture
def browser(author):
    return signed_in(author)


def paste(browser, text):
    return browser.post(PASTE, {"pasted": text}, follow=True)


def test_one_record_fills_in_the_form_of_a_new_reference(browser):
    response = paste(browser, RIS + "AB  - An abstract\n")
    assert response.request["PATH_INFO"] == reverse("wagtailsnippets_blog_reference:add")
    form = response.context["form"]
    assert {name: str(form[name].value()) for name in FIELDS} == {name: str(value) for name, value in FIELDS.items()}
    assert "Filled in from RIS." in messages_of(response)
    assert "Left aside, for a reference has no place for it: abstract." in messages_of(response)
    assert not Reference.objects.exists()


def test_what_is_left_to_type_is_said(browser):
    response = paste(browser, "10.1000/alone")
    assert "Still to be filled in: the kind of source, the title, the authors, the year." in messages_of(response)


@pytest.mark.parametrize("text", ["https://doi.org/10.1000/KNOWN", "PMID: 77"])
def test_a_reference_that_is_there_is_opened(browser, text):
    known = ReferenceFactory(doi="10.1000/known", pmid="77")
    response = paste(browser, text)
    assert response.request["PATH_INFO"] == reverse("wagtailsnippets_blog_reference:edit", args=[known.pk])
    assert "is here already. Nothing was added." in messages_of(response)


def test_several_records_are_a_choice(browser):
    known = ReferenceFactory(doi="10.1000/known")
    incomplete = SECOND.replace("PY  - 2025\n", "")
    html = paste(browser, f"{RIS}ER  - \n{incomplete}ER  - \nTY  - JOUR\nDO  - 10.1000/known\n").content.decode()
    assert html.count('name="record"') == 1
    assert "Still to be filled in: the year." in html
    assert reverse("wagtailsnippets_blog_reference:edit", args=[known.pk]) in html
    assert not Reference.objects.filter(title="A pasted trial").exists()


def test_the_chosen_records_are_added_with_a_history(browser, author):
    chosen = [json.dumps(FIELDS), json.dumps(FIELDS | {"title": "Another", "doi": "10.1000/another"})]
    response = browser.post(PASTE, {"add": "1", "record": chosen}, follow=True)
    assert "2 references were added." in messages_of(response)
    reference = Reference.objects.get(doi="10.1000/pasted")
    assert reference.latest_revision.user == author


def test_a_record_that_the_form_refuses_is_shown_again(browser):
    known = ReferenceFactory(doi="10.1000/pasted")
    response = browser.post(
        PASTE, {"add": "1", "record": [json.dumps(FIELDS), "{", "[]", json.dumps({"year": {}, "title": "\ud800\x00"})]}
    )
    html = response.content.decode()
    assert "These were not added." in html
    assert f"“{known}” has it already." in html
    assert Reference.objects.count() == 1


def test_nothing_ticked_adds_nothing(browser):
    response = browser.post(PASTE, {"add": "1"}, follow=True)
    assert "Nothing was chosen, so nothing was added." in messages_of(response)


@pytest.mark.parametrize("text", ["", "nothing of the kind", "{", "@article{"])
def test_what_was_not_understood_stays_in_the_box(browser, text):
    response = browser.post(PASTE, {"pasted": text})
    assert response.status_code == 200
    assert response.context["paste"].problems
    assert response.context["pasted"] == text


def test_who_may_not_add_references_is_sent_away(db):
    user = member(roles.AUTHORS)
    user.groups.first().permissions.filter(codename="add_reference").delete()
    assert signed_in(user).post(PASTE, {"pasted": RIS}).status_code == 302
    assert signed_in(user).get(PASTE, follow=True).request["PATH_INFO"] == "/admin/"


def test_the_list_and_the_new_reference_lead_to_pasting(browser):
    assert PASTE in browser.get(reverse("wagtailsnippets_blog_reference:list")).content.decode()
    assert f'action="{PASTE}"' in browser.get(reverse("wagtailsnippets_blog_reference:add")).content.decode()


def test_the_address_fills_in_only_what_a_paste_may(browser):
    url = reverse("wagtailsnippets_blog_reference:add")
    form = browser.get(url, {"title": "<b>x</b>", "retracted": "on", "nonsense": "1"}).context["form"]
    assert form["title"].value() == "<b>x</b>"
    assert not form["retracted"].value()


@pytest.mark.parametrize("same", [{"doi": "10.1000/Twice"}, {"pmid": "77"}, {"doi": "10.1000/twice", "pmid": "77"}])
def test_a_reference_typed_twice_is_named_at_its_field_and_nowhere_else(browser, same):
    known = ReferenceFactory(**same)
    typed = same | {"doi": f"https://doi.org/{same['doi'].upper()}"} if "doi" in same else same
    response = browser.post(reverse("wagtailsnippets_blog_reference:add"), FIELDS | typed)
    told = [f"“{known}” has it already. Use that one, or mend it."]
    assert response.context["form"].errors == dict.fromkeys(same, told)


def in_chooser(browser, **data):
    return json.loads(browser.post(CREATE, data).content)


def test_a_paste_in_the_chooser_fills_in_its_form(browser):
    answer = in_chooser(browser, pasted=RIS)
    assert answer["step"] == "reshow_creation_form"
    assert "Filled in from RIS." in answer["htmlFragment"]
    assert 'value="A pasted trial"' in answer["htmlFragment"]
    assert not Reference.objects.exists()


def test_of_several_in_the_chooser_one_is_taken(browser):
    known = ReferenceFactory(doi="10.1000/known")
    html = in_chooser(browser, pasted=f"{RIS}ER  - \n{SECOND}ER  - \nTY  - JOUR\nDO  - 10.1000/known\n")["htmlFragment"]
    assert html.count('name="record"') == 2
    assert f'name="existing" value="{known.pk}"' in html
    assert (
        'value="A second trial"'
        in in_chooser(browser, record=json.dumps(FIELDS | {"title": "A second trial"}))["htmlFragment"]
    )
    assert in_chooser(browser, existing=known.pk)["result"]["id"] == str(known.pk)


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 30, "4711"])
def test_a_reference_that_is_not_there_is_not_chosen(browser, odd):
    assert in_chooser(browser, existing=odd)["step"] == "reshow_creation_form"


def test_the_chooser_tells_which_sources_support_nothing(browser):
    ReferenceFactory(retracted=True)
    ReferenceFactory(promotional=True)
    html = browser.get("/admin/snippets/choose/blog/reference/").json()["html"]
    assert "Retracted" in html
    assert html.count("Promotional") == 2, "the label of the new one's field, and the one source"


def test_the_form_in_the_chooser_creates_and_chooses(browser, author):
    answer = in_chooser(browser, **{f"new-{name}": value for name, value in FIELDS.items()})
    reference = Reference.objects.get()
    assert answer["result"]["id"] == str(reference.pk)
    assert answer["result"]["short"] == "Sample 2025"
    assert reference.latest_revision.user == author
