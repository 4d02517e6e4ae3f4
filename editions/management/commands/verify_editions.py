from django.core.management.base import BaseCommand
from django.db import transaction

from editions import verification
from editions.ledger import take_lock


class Command(BaseCommand):
    help = "Walks the ledger's chain, compares rows, triggers and projection; exit status 1 if anything is wrong."

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="write the projection anew first")
        parser.add_argument("--all", action="store_true", help="name every bad row, not only the first")

    def handle(self, *args, rebuild, **options):
        if rebuild:
            with transaction.atomic():
                take_lock()
                pages = verification.rebuild_projection()
            self.stdout.write(f"Projection written anew for {pages} pages.")
        found = 0
        for fault in verification.faults():
            found += 1
            self.stderr.write(self.style.ERROR(str(fault)))
            if not options["all"]:
                break
        if found:
            raise SystemExit(1)
        position, digest = verification.head()
        self.stdout.write(self.style.SUCCESS(f"The ledger is whole: {position} seals, head {digest}."))
