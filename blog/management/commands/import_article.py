"""Bring a document in as an article's draft: `manage.py import_article article.md`."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from blog.content import content
from blog.findings import by_rule
from blog.importers import ImportRefused, create_draft, read_document
from blog.importers.documents import LONGEST
from blog.importers.report import report
from blog.models import ArticleIndexPage
from blog.verdict import judge


class Command(BaseCommand):
    help = "Makes a draft of a Markdown or plain text document. Its words stay as they are; nothing is published."

    def add_arguments(self, parser):
        parser.add_argument("file", help="a UTF-8 text file that begins with the article's title")
        parser.add_argument("--parent", help="slug of the article index page; the first one if left out")
        parser.add_argument("--owner", help="username of who brings the text, so that somebody else must review it")

    def handle(self, *args, file, parent, owner, **options):
        try:
            imported = read_document(read_text(Path(file)))
            article = create_draft(imported, parent and index_page(parent), owner and account(owner))
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(report(imported))
        self.stdout.write(by_rule(judge(content(article), {})))
        self.stdout.write(
            f"Draft {article.pk} “{article.title}” is below “{article.get_parent().title}”, not published."
        )


def read_text(path):
    """The text of a file. Raises ImportRefused with what is wrong with it."""
    try:
        with path.open("rb") as file:
            # No character takes more than four bytes; one byte beyond is enough to know that it is no article.
            found = file.read(4 * LONGEST + 1)
        if len(found) > 4 * LONGEST:
            raise ImportRefused(f"The file {path} is too long: at most {LONGEST:,} characters make an article.")
        return found.decode("utf-8")
    except FileNotFoundError as error:
        raise ImportRefused(f"There is no file {path}.") from error
    except OSError as error:
        raise ImportRefused(f"The file {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ImportRefused(f"The file {path} is not text in UTF-8; save it as such and try again.") from error


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
