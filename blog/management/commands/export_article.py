"""Give an article out as a document: `manage.py export_article 7 --format docx`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from blog.content import content
from blog.exporters import EXPORTS, exported, file_name, stored_pictures
from blog.models import ArticlePage
from editions.models import Edition


class Command(BaseCommand):
    help = "Writes the latest draft of an article, or one of its editions, as a Word or Markdown document."

    def add_arguments(self, parser):
        parser.add_argument("page", type=int, help="the article's page id")
        parser.add_argument("--edition", type=int, help="the number of an edition; the latest draft if left out")
        parser.add_argument("--format", choices=sorted(EXPORTS), default="docx", help="docx if left out")
        parser.add_argument("--output", help="the file to write; one named for the article if left out")

    def handle(self, *args, page, edition, output, **options):
        kind = options["format"]
        whole, html = sealed(page, edition) if edition else (draft(page), "")
        path = Path(output or file_name(whole.get("title", ""), kind, edition))
        try:
            path.write_bytes(exported(whole, kind, stored_pictures(whole, html)))
        except OSError as error:
            raise CommandError(f"The file {path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"“{whole.get('title', '')}” is in {path}.")


def draft(page):
    article = ArticlePage.objects.filter(pk=page).first()
    if article is None:
        raise CommandError(f"There is no article with the page id {page}.")
    return content(article.get_latest_revision_as_object())


def sealed(page, number):
    edition = Edition.objects.filter(page_id=page, number=number).first()
    if edition is None:
        raise CommandError(f"The page {page} has no edition {number}.")
    return json.loads(edition.content), edition.html
