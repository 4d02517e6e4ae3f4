"""An article's address: changed by one deliberate act, and readers who know the old one arrive."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.addresses import change_address
from blog.models import ArticleIndexPage, ArticlePage
from blog.refusals import Refused
from blog.tests.conftest import editor_data, readers_get, signed_in
from blog.tests.factories import ArticleFactory, TopicFactory, site_tree
from editions import ledger

pytestmark = pytest.mark.django_db


def address_screen(article):
    return reverse("article_address", args=[article.pk])


def row(article):
    return ArticlePage.objects.get(pk=article.pk)


def leads_to(path):
    """Where a reader who asks for `path` ends, and what with."""
    response = Client().get(path, follow=True)
    where = response.redirect_chain[-1][0] if response.redirect_chain else path
    return where, response.status_code


def other_index():
    home = site_tree()[0]
    return home.add_child(instance=ArticleIndexPage(title="Library", slug="library"))


def test_a_published_article_leaves_a_redirect(administrator, published):
    response = signed_in(administrator).post(address_screen(published), {"slug": "how-it-goes"})
    assert response.status_code == 302
    assert leads_to("/articles/how-we-work/") == ("/articles/how-it-goes/", 200)


def test_a_change_is_told_in_the_history(administrator, published):
    client = signed_in(administrator)
    client.post(address_screen(published), {"slug": "how-it-goes"})
    history = client.get(reverse("wagtailadmin_pages:history", args=[published.pk])).content.decode()
    assert "Address changed from /clinic/articles/how-we-work/ to /clinic/articles/how-it-goes/" in history


def test_the_screen_asks_before_anything_is_changed(administrator, published):
    text = signed_in(administrator).get(address_screen(published)).content.decode()
    assert "its old address will lead to the new one" in text
    assert row(published).slug == "how-we-work"


def test_an_article_that_was_never_public_leaves_no_redirect(author, draft):
    client = signed_in(author)
    assert "nothing stays behind" in client.get(address_screen(draft)).content.decode()
    client.post(address_screen(draft), {"slug": "how-it-goes"})
    assert row(draft).slug == "how-it-goes"
    assert not Redirect.objects.exists()


def test_an_approved_article_without_a_date_leaves_no_redirect(superuser, approved):
    change_address(approved, "how-it-goes", superuser)
    assert not Redirect.objects.exists()


def test_an_author_does_not_change_an_address_that_readers_may_know(author, published):
    client = signed_in(author)
    assert client.post(address_screen(published), {"slug": "mine"}).status_code == 302
    assert row(published).slug == "how-we-work"
    move = reverse("wagtailadmin_pages:move_confirm", args=[published.pk, other_index().pk])
    client.post(move)
    assert row(published).url_path == "/clinic/articles/how-we-work/"


def test_the_author_of_a_draft_moves_it_and_changes_its_address(author, draft):
    assert draft.permissions_for_user(author).can_change_address()
    assert draft.permissions_for_user(author).can_move()


def test_the_editor_keeps_the_address_once_an_edition_exists(author, approved):
    client = signed_in(author)
    edit = reverse("wagtailadmin_pages:edit", args=[approved.pk])
    page = client.get(edit).content.decode()
    assert address_screen(approved) in page
    response = client.post(edit, editor_data(slug="another", title="New words"))
    assert response.status_code == 302
    saved = row(approved)
    assert saved.slug == "how-we-work"
    assert saved.get_latest_revision_as_object().title == "New words"


def test_the_editor_changes_the_address_of_a_draft(author, draft):
    signed_in(author).post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), editor_data(slug="another"))
    assert row(draft).slug == "another"


def test_an_address_that_only_follows_the_title_makes_way_for_others(author, draft):
    client = signed_in(author)
    add = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", draft.get_parent().pk])
    for _each in range(2):
        assert client.post(add, editor_data(title=draft.title)).status_code == 302
    articles = ArticlePage.objects.order_by("pk")
    assert [article.slug for article in articles] == ["how-we-work", "how-we-work-2", "how-we-work-3"]
    edit = reverse("wagtailadmin_pages:edit", args=[articles[1].pk])
    assert client.post(edit, editor_data(title=draft.title)).status_code == 302
    assert row(articles[1]).slug == "how-we-work-2"


def test_the_next_draft_does_not_put_the_old_address_back(administrator, published):
    change_address(published, "how-it-goes", administrator)
    draft = row(published).get_latest_revision_as_object()
    assert (draft.slug, draft.url_path) == ("how-it-goes", "/clinic/articles/how-it-goes/")
    edit = reverse("wagtailadmin_pages:edit", args=[published.pk])
    signed_in(administrator).post(edit, editor_data(slug="how-we-work", title="New words"))
    assert row(published).slug == "how-it-goes"


def test_an_old_revision_brings_back_its_words_and_not_its_address(administrator, published):
    old = published.revisions.first()
    change_address(published, "how-it-goes", administrator)
    revert = reverse("wagtailadmin_pages:revisions_revert", args=[published.pk, old.pk])
    signed_in(administrator).post(revert, editor_data(slug="how-we-work"))
    assert row(published).slug == "how-it-goes"


@pytest.mark.parametrize("slug", ["", "two words", "a/b", "taken", "x" * 101, "how-we-work"])
def test_an_address_that_cannot_be_is_refused_with_a_sentence(administrator, published, slug):
    ArticleFactory(slug="taken")
    response = signed_in(administrator).post(address_screen(published), {"slug": slug})
    assert response.status_code == 200
    assert response.context["form"].errors["slug"]
    assert row(published).slug == "how-we-work"


def test_an_address_that_leads_readers_to_another_article_is_refused(administrator, published):
    change_address(published, "how-it-goes", administrator)
    another = ArticleFactory()
    with pytest.raises(Refused, match="Readers of “How we work” still come to this address"):
        change_address(another, "how-we-work", administrator)
    edit = reverse("wagtailadmin_pages:edit", args=[another.pk])
    response = signed_in(administrator).post(edit, editor_data(slug="how-we-work", title="Another title"))
    assert "still come to this address" in response.content.decode()


def test_going_back_to_an_old_address_leads_nobody_in_a_circle(administrator, published):
    change_address(published, "how-it-goes", administrator)
    change_address(published, "how-we-work", administrator)
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/articles/how-it-goes"]
    assert leads_to("/articles/how-it-goes/") == ("/articles/how-we-work/", 200)


def test_renaming_an_index_the_usual_way_leads_readers_of_its_articles_on(administrator, published):
    unknown = ArticleFactory(slug="unknown")
    index = published.get_parent().specific
    data = {"title": "Reading", "slug": "reading", "intro": "", "action-publish": "1"}
    data |= {f"comments-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    signed_in(administrator).post(reverse("wagtailadmin_pages:edit", args=[index.pk]), data)
    assert leads_to("/articles/how-we-work/") == ("/reading/how-we-work/", 200)
    assert leads_to("/articles/") == ("/reading/", 200)
    assert not Redirect.objects.filter(redirect_page=unknown).exists()


def test_moving_an_article_leads_its_readers_on(administrator, published):
    library = other_index()
    signed_in(administrator).post(reverse("wagtailadmin_pages:move_confirm", args=[published.pk, library.pk]))
    assert leads_to("/articles/how-we-work/") == ("/library/how-we-work/", 200)


def test_a_draft_is_moved_without_a_trace(author, draft):
    signed_in(author).post(reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, other_index().pk]))
    assert row(draft).url_path == "/clinic/library/how-we-work/"
    assert not Redirect.objects.exists()


def test_moving_in_bulk_leads_readers_on(superuser, published):
    library = other_index()
    signed_in(superuser).post(f"/admin/bulk/wagtailcore/page/move/?id={published.pk}", {"chooser": library.pk})
    assert leads_to("/articles/how-we-work/") == ("/library/how-we-work/", 200)


def test_renaming_what_stands_at_the_top_of_the_site_changes_no_address(published):
    home = site_tree()[0].specific
    home.slug = "hospital"
    home.save()
    assert not Redirect.objects.exists()
    assert readers_get(row(published))[0] == 200


def test_the_redirect_is_part_of_the_change(superuser, published, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no room")

    monkeypatch.setattr("blog.addresses.changes.log", fail)
    with pytest.raises(RuntimeError):
        change_address(published, "how-it-goes", superuser)
    assert row(published).slug == "how-we-work"
    assert not Redirect.objects.exists()


def test_each_site_that_showed_the_address_gets_its_redirect(superuser, published):
    inner = Site.objects.create(hostname="inner.example", root_page=published.get_parent())
    change_address(published, "how-it-goes", superuser)
    left = Redirect.objects.values_list("site_id", "old_path")
    assert set(left) == {
        (Site.objects.get(is_default_site=True).pk, "/articles/how-we-work"),
        (inner.pk, "/how-we-work"),
    }


def test_a_topic_leaves_a_redirect_too():
    topic = TopicFactory(title="Sleep", slug="sleep")
    topic.slug = "sleeping"
    topic.save()
    assert leads_to("/sleep/") == ("/sleeping/", 200)


def test_a_withdrawn_articles_old_address_leads_to_its_notice(superuser, published, clock):
    ledger.withdraw(published.pk, by=None, reason="It was wrong.")
    clock.shift(60)
    change_address(published, "how-it-goes", superuser)
    assert leads_to("/articles/how-we-work/") == ("/articles/how-it-goes/", 410)
