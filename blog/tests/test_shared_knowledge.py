"""The screens of what articles share: who may do what, what is used, and what the history tells."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex

from blog.models import ArticlePage, Condition, GlossaryTerm, Medicine, MedicineUse, Reference
from blog.tests.conftest import member, messages_of, signed_in
from blog.tests.factories import ArticleFactory, PersonFactory, ReferenceFactory
from people import roles
from people.models import Person

pytestmark = pytest.mark.django_db

SHARED = [Reference, GlossaryTerm, Medicine, Condition]
NAME = {GlossaryTerm: "term", Medicine: "generic_name", Condition: "name"}


def make(model):
    return {
        Reference: lambda: ReferenceFactory(),
        GlossaryTerm: lambda: GlossaryTerm.objects.create(term="glutamate", plain_definition="A messenger."),
        Medicine: lambda: Medicine.objects.create(generic_name="examplamine", medicine_class="an example"),
        Condition: lambda: Condition.objects.create(name="depression"),
    }[model]()


def url_of(view, model, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.mark.parametrize("model", SHARED)
@pytest.mark.parametrize(("role", "deletes"), [(roles.AUTHORS, False), (roles.REVIEWERS, False), (roles.ADMINS, True)])
def test_whoever_writes_adds_and_mends_and_administrators_delete(model, role, deletes):
    browser, row = signed_in(member(role)), make(model)
    for view, args in [("list", []), ("add", []), ("edit", [row.pk]), ("history", [row.pk]), ("usage", [row.pk])]:
        assert browser.get(url_of(view, model, *args)).status_code == 200, view
    browser.post(url_of("delete", model, row.pk))
    assert model.objects.filter(pk=row.pk).exists() is not deletes


def test_the_menu_names_all_four(author):
    html = signed_in(author).get("/admin/").content.decode()
    assert "Shared knowledge" in html
    assert all(url_of("list", model) in html for model in SHARED)


def test_lists_are_searched_and_filtered(author):
    browser = signed_in(author)
    ReferenceFactory(title="Walking and mood", retracted=True)
    ReferenceFactory(title="Sleeping and mood")
    html = browser.get(url_of("list", Reference), {"retracted": "true"}).content.decode()
    assert "Walking and mood" in html
    assert "Sleeping and mood" not in html
    html = browser.get(url_of("list", Reference), {"q": "sleeping"}).content.decode()
    assert "Walking and mood" not in html


@pytest.mark.parametrize("ordering", ["usage_count", "-usage_count", "retracted", "year", "-_updated_at"])
def test_lists_are_put_in_order(ordering, used, author):
    ReferenceFactory(title="Used by nobody")
    response = signed_in(author).get(url_of("list", Reference), {"ordering": ordering})
    titles = [row.title for row in response.context["object_list"]]
    assert len(titles) == 2
    if "usage" in ordering:
        assert titles.index("Used by nobody") == int(ordering.startswith("-"))


@pytest.mark.parametrize("model", SHARED)
def test_a_list_asks_as_much_for_many_rows_as_for_one(model, author):
    browser = signed_in(author)
    make(model)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            browser.get(url_of("list", model))
        return len(queries)

    asked()
    for_one = asked()
    for number in range(3):
        ReferenceFactory() if model is Reference else model.objects.create(**{NAME[model]: f"number {number}"})
    assert asked() == for_one


@pytest.fixture
def used():
    """An article with one of each, by its model; the medicine has a use with a source of its own."""
    rows = {model: make(model) for model in SHARED}
    body = (
        f'<p>A word<a linktype="citation" id="{rows[Reference].pk}">[x]</a> and '
        f'<a linktype="glossary" id="{rows[GlossaryTerm].pk}">glutamate</a>.</p>'
    )
    article = ArticleFactory(
        body=[("overview", {"section_heading": "", "body": body})],
        medicine=rows[Medicine],
        conditions=[rows[Condition]],
        authors=[PersonFactory()],
    )
    return rows | {Person: Person.objects.get(), ArticlePage: article}


@pytest.mark.parametrize("model", [*SHARED, Person])
def test_what_an_article_uses_is_not_deleted_and_says_where_it_is(model, used, administrator):
    browser, row = signed_in(administrator), used[model]
    for ask in (browser.get, browser.post):
        response = ask(url_of("delete", model, row.pk), follow=True)
        assert response.request["PATH_INFO"] == url_of("usage", model, row.pk)
        assert "is used, so it was not deleted." in messages_of(response)
        assert used[ArticlePage].title in response.content.decode()
    bulk = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
    browser.post(f"{bulk}?id={row.pk}")
    assert model.objects.filter(pk=row.pk).exists()


def test_what_nothing_uses_is_deleted(administrator):
    row = make(Condition)
    signed_in(administrator).post(url_of("delete", Condition, row.pk))
    assert not Condition.objects.exists()


@pytest.mark.parametrize("model", SHARED)
def test_the_list_counts_uses(model, used, author):
    html = signed_in(author).get(url_of("list", model)).content.decode()
    assert url_of("usage", model, used[model].pk) in html


def test_a_source_and_a_condition_are_used_by_a_medicine():
    medicine, source, condition = (make(model) for model in (Medicine, Reference, Condition))
    MedicineUse.objects.create(
        medicine=medicine, condition=condition, licence_status="approved", verified_on="2026-01-01", source=source
    )
    for row in (source, condition):
        ((where, _references),) = ReferenceIndex.get_grouped_references_to(row)
        assert where == medicine


def test_two_versions_are_compared(author):
    browser, condition = signed_in(author), make(Condition)
    edit = url_of("edit", Condition, condition.pk)
    for words in ("Feeling low.", "Feeling low for weeks."):
        browser.post(edit, {"name": "depression", "plain_definition": words})
    _made_in_code, first, second = condition.revisions.order_by("pk")
    html = browser.get(url_of("revisions_compare", Condition, condition.pk, first.pk, second.pk)).content.decode()
    assert "addition" in html
    assert "for weeks" in html
    assert "Edited" in browser.get(url_of("history", Condition, condition.pk)).content.decode()


@pytest.mark.parametrize("model", SHARED)
def test_nothing_shared_is_saved_while_it_is_typed(model, author):
    browser, row = signed_in(author), make(model)
    for address in (url_of("add", model), url_of("edit", model, row.pk)):
        assert "w-autosave#save" not in browser.get(address).content.decode()


CREATED = {
    GlossaryTerm: {"term": "serotonin", "plain_definition": "A messenger."},
    Condition: {"name": "anxiety"},
    Medicine: {"generic_name": "specimenol", "medicine_class": "an example", "controlled_schedule": "none"},
}


def in_place(fields):
    """A form's fields as a chooser posts them."""
    return {f"new-{name}": value for name, value in fields.items()}


@pytest.mark.parametrize("model", CREATED)
def test_choosers_create_in_place_and_write_down_who_did(model, author):
    chooser = model.snippet_viewset.chooser_viewset
    browser = signed_in(author)
    assert "Create" in browser.get(reverse(chooser.get_url_name("choose"))).json()["html"]
    answer = browser.post(reverse(chooser.get_url_name("create")), in_place(CREATED[model])).json()
    row = model.objects.get()
    assert answer["result"]["id"] == str(row.pk)
    entry = ModelLogEntry.objects.for_instance(row).get()
    assert (entry.user, entry.action, entry.revision) == (author, "wagtail.create", row.latest_revision)


ONCE = {
    GlossaryTerm: "This term is explained already.",
    Condition: "There is a condition of this name.",
    Medicine: "There is a medicine of this name.",
}


def same_name(model):
    """The fields of a new row that goes by the name of one that is there, in capitals."""
    name = NAME[model]
    return CREATED[model] | {name: getattr(make(model), name).upper()}


# Of the uses and alerts that a medicine has, none.
NO_ROWS = {f"{name}-{form}_FORMS": 0 for name in ("uses", "safety_alerts") for form in ("TOTAL", "INITIAL")}


@pytest.mark.parametrize("model", ONCE)
def test_a_name_that_is_taken_is_told_at_its_field_and_nowhere_else(model, author):
    response = signed_in(author).post(url_of("add", model), same_name(model) | NO_ROWS)
    assert response.context["form"].errors == {NAME[model]: [ONCE[model]]}
    assert model.objects.count() == 1


@pytest.mark.parametrize("model", ONCE)
def test_a_chooser_tells_it_at_the_field_too(model, author):
    chooser = model.snippet_viewset.chooser_viewset
    answer = signed_in(author).post(reverse(chooser.get_url_name("create")), in_place(same_name(model))).json()
    assert answer["step"] == "reshow_creation_form"
    page = BeautifulSoup(answer["htmlFragment"], "html.parser")
    field = page.find(id=f"id_new-{NAME[model]}").find_parent(attrs={"data-field-wrapper": True})
    assert ONCE[model] in field.text
    assert page.text.count(ONCE[model]) == 1


def test_the_address_of_a_label_that_is_not_safe_is_told_how_it_must_start(author):
    fields = CREATED[Medicine] | NO_ROWS | {"label_url": "http://label.example.org/"}
    response = signed_in(author).post(url_of("add", Medicine), fields)
    assert response.context["form"].errors == {"label_url": ["Write a whole address that starts with https://."]}


def test_the_word_that_was_selected_begins_its_explanation(author):
    chooser = GlossaryTerm.snippet_viewset.chooser_viewset
    html = signed_in(author).get(reverse(chooser.get_url_name("choose")), {"q": "serotonin"}).json()["html"]
    assert 'name="new-term" value="serotonin"' in html
    assert "Nothing matches “serotonin”." in html
