"""Importing and exporting in the admin: who may, what is shown before anything is saved, and what is saved."""

import base64
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from blog.document_screens.upload_form import TOO_LARGE
from blog.importers import read_file
from blog.models import ArticlePage, Contribution, Reference, StagedImport
from blog.tests.conftest import member, signed_in
from blog.tests.documents import as_word, heading, paragraph, word_file
from blog.tests.factories import UserFactory, site_tree
from blog.tests.pictures import picture_file
from editions.models import Edition
from people import roles

pytestmark = pytest.mark.django_db

TEXT = (
    b"# A title\n\nIt helps.[^1] Only a test.[^2]\n\n## Side effects\n\nThey include rash, itching, and pain.\n\n"
    b"[^1]: Example A. A trial. Journal of Examples. 2024;1:2. doi:10.1000/example.1\n[^2]: Not a source."
)


@pytest.fixture
def index(db):
    return site_tree()[1]


def upload_to(client, index, data=TEXT, name="article.md"):
    url = reverse("article_import", args=[index.pk])
    return client.post(url, {"document": SimpleUploadedFile(name, data)} if data is not None else {})


def staged_by(client, index, **options):
    response = upload_to(client, index, **options)
    assert response.status_code == 302, response.context["form"].errors
    return response.url


def test_the_index_offers_to_import_to_those_who_may_add_articles(index, author):
    explorer = reverse("wagtailadmin_explore", args=[index.pk])
    url = reverse("article_import", args=[index.pk])
    for screen in (explorer, "/admin/articles/"):
        assert url in signed_in(author).get(screen).content.decode()
    reader = UserFactory()
    assert signed_in(reader).get(url).status_code == 302
    reviewer = member(roles.REVIEWERS)
    can_add = index.permissions_for_user(reviewer).can_add_subpage()
    assert (url in signed_in(reviewer).get(explorer).content.decode()) is can_add


@pytest.mark.parametrize("address", ["article_import", "article_import_look", "article_import_readers"])
def test_who_may_not_add_articles_is_refused_at_every_address(index, author, address):
    stranger = UserFactory()
    stranger.user_permissions.add(*_access())
    staged = StagedImport.objects.create(user=stranger, filename="a.md", data=TEXT)
    url = reverse(address, args=[index.pk] if address == "article_import" else [index.pk, staged.pk])
    for client in (signed_in(stranger), Client()):
        assert client.get(url).status_code == 302
        assert client.post(url).status_code in (302, 403, 405)
    assert StagedImport.objects.count() == 1 and not ArticlePage.objects.exists()


def test_there_is_nothing_to_import_to_where_no_articles_are(index, author):
    home = site_tree()[0]
    assert signed_in(author).get(reverse("article_import", args=[home.pk])).status_code == 404


def test_what_goes_where_is_shown_before_anything_is_saved(index, author):
    client = signed_in(author)
    page = client.get(staged_by(client, index)).content.decode()
    for said in ("“A title”", "Side effects", "3 in “side effects”", "A trial (Example A, 2024)", "new, will be added"):
        assert said in page
    assert "Not a source." in page and "To look at" in page
    assert not ArticlePage.objects.exists() and not Reference.objects.exists()


def test_readers_page_is_shown_as_the_draft_would_be_and_leaves_nothing(index, author):
    client = signed_in(author)
    url = staged_by(client, index)
    readers = client.get(f"{url}readers/")
    html = readers.content.decode()
    assert "Preview of an unapproved draft" in html and 'class="cite"' in html and "A trial" in html
    assert "no-store" in readers.headers["Cache-Control"] and readers.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert not ArticlePage.objects.exists() and not Reference.objects.exists()
    assert not Contribution.objects.exists()


def test_a_preview_leaves_no_file_of_a_picture_behind(index, author, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(author)
    html = b"<h1>A title</h1><p>Text.</p><img alt='A room' src='data:image/png;base64," + _base64() + b"'>"
    url = staged_by(client, index, data=html, name="a.html")
    assert "/record/" in client.get(f"{url}readers/").content.decode()
    assert not get_image_model().objects.exists() and not [path for path in tmp_path.rglob("*") if path.is_file()]
    client.post(url, {"save": "true"})
    image = get_image_model().objects.get()
    assert (image.width, image.uploaded_by_user, image.title) == (9, author, "A room")


def test_saving_makes_a_draft_of_whoever_uploaded_it(index, author):
    client = signed_in(author)
    url = staged_by(client, index)
    response = client.post(url, {"save": "true"})
    article = ArticlePage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert article.get_parent().pk == index.pk and article.owner == author and not article.live
    assert list(Contribution.objects.values_list("user_id", "source")) == [(author.pk, "imported")]
    assert not StagedImport.objects.exists()
    assert client.get(response.url).status_code == 200


def test_giving_up_saves_nothing(index, author):
    client = signed_in(author)
    response = client.post(staged_by(client, index), {"cancel": "true"})
    assert response.url == reverse("wagtailadmin_explore", args=[index.pk])
    assert not StagedImport.objects.exists() and not ArticlePage.objects.exists()


def test_only_whoever_uploaded_a_document_sees_it(index, author):
    url = staged_by(signed_in(author), index)
    other = signed_in(member(roles.AUTHORS))
    upload = reverse("article_import", args=[index.pk])
    assert other.get(url).url == other.post(url, {"save": "1"}).url == upload
    assert not ArticlePage.objects.exists()
    assert other.get(f"{url}readers/").status_code == 404


@pytest.mark.parametrize("again", ["get", "post"])
def test_who_saves_twice_is_told_and_gets_no_second_draft(index, author, again):
    client = signed_in(author)
    url = staged_by(client, index)
    client.post(url, {"save": "true"})
    page = getattr(client, again)(url, {"save": "true"}, follow=True)
    assert page.redirect_chain == [(reverse("article_import", args=[index.pk]), 302)]
    html = page.content.decode()
    assert "saved as a draft already" in html and reverse("wagtailadmin_explore", args=[index.pk]) in html
    assert ArticlePage.objects.count() == 1


def test_of_two_who_save_at_once_one_makes_the_draft(index, author, monkeypatch):
    client = signed_in(author)
    url = staged_by(client, index)

    def saved_meanwhile(*args):
        StagedImport.objects.all().delete()
        return read_file(*args)

    monkeypatch.setattr("blog.document_screens.importing.read_file", saved_meanwhile)
    assert client.post(url, {"save": "true"}).url == reverse("article_import", args=[index.pk])
    assert not ArticlePage.objects.exists()


def test_what_nobody_came_back_for_is_forgotten_on_the_next_upload(index, author, clock):
    client = signed_in(author)
    staged_by(client, index)
    clock.shift(timedelta(days=1, seconds=1))
    client.force_login(author)
    staged_by(client, index)
    assert StagedImport.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.md", b"", "The file is empty."),
        ("a.pdf", b"%PDF-1.7", "must end in one of"),
        ("a.docx", word_file(heading("T") + paragraph("x"), extra={"word/vbaProject.bin": b"x"}), "macros"),
        ("a.html", b"<h1>T</h1><script>x</script>", "holds a program"),
        ("a.md", b"No title here.", "no title"),
    ],
)
def test_a_refusal_stands_at_the_field(index, author, name, data, reason):
    response = upload_to(signed_in(author), index, data=data, name=name)
    assert response.status_code == 200
    assert reason in response.context["form"].errors["document"][0]
    page = response.content.decode()
    assert 'aria-invalid="true"' in page or "w-field--error" in page
    assert not StagedImport.objects.exists()


def test_no_file_is_asked_for(index, author):
    assert upload_to(signed_in(author), index, data=None).context["form"].errors["document"] == ["Choose a document."]


@pytest.mark.parametrize("megabytes", [11, 100])
def test_a_file_that_is_too_large_is_refused_before_anything_of_it_is_kept(index, author, megabytes, monkeypatch):
    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", lambda *args: pytest.fail("kept"))
    response = upload_to(signed_in(author), index, data=b"x" * (megabytes * 1024**2))
    assert response.context["form"].errors["document"] == [TOO_LARGE]


def test_a_request_without_its_token_is_refused(index, author):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    assert upload_to(client, index).status_code == 403
    assert not StagedImport.objects.exists()


def test_a_document_from_word_becomes_a_draft(index, author):
    client = signed_in(author)
    client.post(staged_by(client, index, data=as_word("A title\n\nSome words."), name="a.docx"), {"save": "true"})
    assert "Some words." in ArticlePage.objects.get().body[0].value["body"].source


def test_an_article_is_exported_by_those_who_may_edit_it(draft, author):
    edit = signed_in(author).get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    for kind in ("docx", "md"):
        url = reverse("article_export", args=[draft.pk, kind])
        assert url in edit
        response = signed_in(author).get(url)
        assert response.headers["Content-Disposition"] == f'attachment; filename="how-we-work.{kind}"'
        assert "no-store" in response.headers["Cache-Control"]
        assert read_file(f"a.{kind}", response.content).title == "How we work"
        stranger = UserFactory()
        stranger.user_permissions.add(*_access())
        assert signed_in(stranger).get(url).status_code == 302
        assert Client().get(url).status_code == 302
    assert signed_in(author).get(f"/admin/articles/{draft.pk}/export/pdf/").status_code == 404


def test_what_is_exported_is_the_latest_draft(draft, author):
    draft.title = 'A "new"\r\ntitle; ü'
    draft.save_revision(user=author)
    response = signed_in(author).get(reverse("article_export", args=[draft.pk, "md"]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="a-new-title-u.md"'
    assert response.content.decode().startswith('# A "new" title; ü')


def test_an_edition_is_exported_from_its_register(approved, administrator):
    client = signed_in(administrator)
    edition = Edition.objects.get()
    inspect = f"/admin/editions/edition/inspect/{edition.pk}/"
    url = reverse("edition_export", args=[edition.pk, "docx"])
    assert url in client.get(inspect).content.decode()
    response = client.get(url)
    assert response.headers["Content-Disposition"].endswith('-edition-1.docx"')
    assert response.content.startswith(b"PK")
    stranger = UserFactory()
    stranger.user_permissions.add(*_access())
    assert signed_in(stranger).get(url).status_code == 302


def _access():
    return Permission.objects.filter(codename="access_admin")


def _base64():
    return base64.b64encode(picture_file(9, 9, "PNG"))
