"""Fill an empty database with the clinic's site: `manage.py load_demo`."""

import secrets
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Page, Site

from blog.importers import create_draft, read_document
from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage, TopicPage
from cms.demo import accounts, article, examplamine, services, site
from editions.models import Edition
from home.crisis import BUILT_IN
from home.models import CrisisService, HomePage, SiteSettings
from review import signoff
from review.models import Submission
from schedule import acts

CLINIC_PAGE = Path(settings.BASE_DIR, "cms", "demo", "clinic-page.txt")
PICTURE = Path(settings.BASE_DIR, "cms", "demo", "treatment-room.png")
ONE_MACHINE = {"127.0.0.1", "localhost", "::1"}
WITHOUT_REVIEW = "Brought from the clinic's earlier site as it stood. It names no sources, so nobody has reviewed it."


class Command(BaseCommand):
    help = "Demo accounts, the clinic's site, its articles and services; adds nothing to a database that has content."

    def handle(self, *args, **options):
        if HomePage.objects.exists() or Edition.objects.exists():
            follow_to_another_port()
            self.stdout.write(accounts.reminder())
            return
        password = settings.DEMO_PASSWORD or secrets.token_urlsafe(12)
        with transaction.atomic():
            people = accounts.create(password)
            index, about = site_tree()
            imported_article = clinics_own_article(index, people["admin"])
            about_articles = article_about_the_clinic(index, about, people["author"])
            site.furnish(HomePage.objects.get(), about_articles)
            reviewed_articles = [
                reviewed(about_articles, people),
                reviewed(model_article(index, people["author"]), people),
            ]
        # Acts of the ledger that set a moment are transactions of their own.
        for edition in (*reviewed_articles, imported_article):
            acts.publish(edition, by=people["admin"])
        self.stdout.write(accounts.introduction(password))


def site_tree():
    """Home, the articles' index and two topics, in place of Wagtail's welcome page; the index and one topic."""
    root = Page.get_first_root_node()
    default = Site.objects.filter(is_default_site=True).first()
    if default is None:
        raise CommandError("There is no default site; run `manage.py migrate` first.")
    welcome = default.root_page
    home = HomePage(
        title="Mental health, in plain words",
        slug="clinic",
        intro="We are an online clinic. Read what a treatment is, what it may do, and who should not have it.",
    )
    root.add_child(instance=home)
    default.root_page, default.site_name = home, "Clinic"
    default.hostname, default.port = address()
    default.save()
    if welcome and welcome.depth > 1:
        welcome.delete()
    index = ArticleIndexPage(title="Articles", slug="articles", intro="What we have written, newest first.")
    depression = TopicPage(title="Depression", slug="depression", intro="Articles about treatments for depression.")
    about = TopicPage(title="How we work", slug="how-we-work", intro="How our articles are written and checked.")
    for page in (index, depression, about):
        home.add_child(instance=page)
    for order, service in enumerate(BUILT_IN):
        CrisisService.objects.create(**service, sort_order=order, last_verified_on=date(2026, 11, 1))
    return index, about


def address():
    """(host, port) of this installation, which feeds, the site map and shared pages name.

    A port alone tells Wagtail whether a site is asked by HTTPS.
    """
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def follow_to_another_port():
    """A demo on one's own machine is where it was started last; a site with a name of its own stays as it is."""
    default = Site.objects.filter(is_default_site=True).first()
    host, port = address()
    if default and {default.hostname, host} <= ONE_MACHINE and (default.hostname, default.port) != (host, port):
        default.hostname, default.port = host, port
        default.save()


def clinics_own_article(index, admin):
    """The clinic's page, word for word, sealed as not reviewed; its banner, tagline and cart texts go to the site."""
    imported = read_document(CLINIC_PAGE.read_text(encoding="utf-8"))
    # The count in the cart is what a visitor has put in, not a text of the site's; the promise needs terms.
    words = {name: text for name, text in imported.chrome.items() if name not in ("cart_count", "promotion_text")}
    default = Site.objects.get(is_default_site=True)
    services.open_shop(HomePage.objects.get(), imported.chrome["promotion_text"])
    SiteSettings.objects.create(site=default, brand_name="Demo clinic", **words)
    topics = TopicPage.objects.filter(slug="depression")
    draft = create_draft(imported, index, owner=admin, topics=topics)
    return signoff.seal_unreviewed(draft, admin, WITHOUT_REVIEW)


def article_about_the_clinic(index, topic, author):
    """The draft of a short article on the clinic itself."""
    page = ArticlePage(owner=author, live=False, **article.FIELDS)
    page.topics = [topic]
    page.authors = [ArticleAuthor(person=author.person)]
    index.add_child(instance=page)
    page.save_revision(user=author)
    return page


def model_article(index, author):
    """The draft of the article that shows every kind of section."""
    return examplamine.create(index, TopicPage.objects.filter(slug="depression"), author, PICTURE)


def reviewed(page, people):
    """The edition of an article that the demo author hands in and the demo reviewer approves."""
    page.get_latest_revision_as_object().get_workflow().start(page, people["author"])
    submission = Submission.objects.open().get(page_id=page.pk)
    return signoff.approve(submission, people["reviewer"], submission.digest)
