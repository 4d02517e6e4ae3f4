"""A condition that the site does not know yet is made while the article is being written."""

from playwright.sync_api import expect

from blog.models import Condition
from blog.tests.factories import ArticleFactory
from review.tests.factories import author
from tests.journeys.editor import dialog_of
from tests.journeys.steps import PASSWORD, sign_in


def test_a_condition_is_made_and_ticked_without_leaving_the_article(page, transactional_db):
    account = author()
    account.set_password(PASSWORD)
    account.save()
    article = ArticleFactory(title="Examplamine", owner=account, saved_by=account)
    sign_in(page, "author")
    page.goto(f"/admin/pages/{article.pk}/edit/")
    title = page.get_by_role("textbox", name="Title").first
    title.fill("Examplamine in winter")
    page.get_by_role("link", name="Find or add a condition").press("Enter")
    dialog = dialog_of(page)
    dialog.get_by_role("tab", name="New condition").click()
    dialog.get_by_label("Name").fill("winter tiredness")
    dialog.get_by_role("button", name="Create this condition").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("checkbox", name="winter tiredness")).to_be_checked()
    expect(title).to_have_value("Examplamine in winter")
    assert Condition.objects.filter(name="winter tiredness").exists()
