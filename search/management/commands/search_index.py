from django.core.management.base import BaseCommand, CommandError

from search.errors import SearchUnavailable
from search.replica import bring_up_to_date


class Command(BaseCommand):
    help = "Brings this host's search index up to date with the ledger and removes those of other versions of the code."

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="index everything anew; readers notice nothing")

    def handle(self, *, rebuild, **options):
        try:
            editions, passages = bring_up_to_date(rebuild)
        except SearchUnavailable as problem:
            raise CommandError(f"The index could not be written: {problem}") from problem
        self.stdout.write(f"{editions} editions, {passages} passages")
