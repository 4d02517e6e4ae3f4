"""Bring a document in as an article's draft: `manage.py import_article article.docx`."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from blog.clinical_checks.findings import by_rule
from blog.clinical_checks.verdict import judge
from blog.content import content
from blog.importers import READABLE, ImportRefused, SiteLibrary, create_draft, read_file, report_on
from blog.importers.limits import LARGEST_FILE
from blog.models import ArticleIndexPage


class Command(BaseCommand):
    help = "Makes a draft of a Word, HTML, Markdown or plain text document. Its words stay; nothing is published."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help=f"a document that begins with the article's title; its name ends in {', '.join(READABLE)}"
        )
        parser.add_argument("--parent", help="slug of the article index page; the first one if left out")
        parser.add_argument("--owner", help="username of who brings the text, so that somebody else must review it")

    def handle(self, *args, file, parent, owner, **options):
        try:
            imported = read_file(Path(file).name, read_bytes(Path(file)), SiteLibrary())
            article = create_draft(imported, parent and index_page(parent), owner and account(owner))
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(str(report_on(imported)))
        self.stdout.write(by_rule(judge(content(article), {})))
        self.stdout.write(
            f"Draft {article.pk} “{article.title}” is below “{article.get_parent().title}”, not published."
        )


def read_bytes(path):
    """The bytes of a file. Raises ImportRefused with what is wrong with it."""
    try:
        with path.open("rb") as file:
            # One byte beyond is enough to know that it is too large.
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise ImportRefused(f"There is no file {path}.") from error
    except OSError as error:
        raise ImportRefused(f"The file {path} cannot be read: {error.strerror}.") from error


def index_page(slug):
    found = ArticleIndexPage.objects.filter(slug=slug).first()
    if found is None:
        raise ImportRefused(f"There is no article index page with the slug {slug}.")
    return found


def account(username):
    found = get_user_model().objects.filter(username=username).first()
    if found is None:
        raise ImportRefused(f"There is no account {username}.")
    return found
