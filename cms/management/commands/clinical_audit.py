"""Check all articles by the clinical rules: `manage.py clinical_audit --format csv > findings.csv`."""

import csv
import json
from itertools import groupby
from operator import attrgetter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from blog.clinical_rules import Level
from cms.clinical_audit import Row, rows
from editions.registers import as_cell

COLUMNS = list(Row.__dataclass_fields__)


class Command(BaseCommand):
    help = "Lists what the clinical rules find in all drafts, in the site's own words and in its help lines."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["text", "csv", "json"], default="text")
        parser.add_argument(
            "--level", choices=[level.value for level in Level], default=Level.WARN.value, help="this and graver ones"
        )
        parser.add_argument("--editions", action="store_true", help="also what readers get at this moment")
        parser.add_argument("--fail", action="store_true", help="end with an error if anything found keeps from review")

    def handle(self, *args, format, level, editions, fail, **options):
        found = list(rows(level=Level(level), at=timezone.now(), editions=editions))
        WRITERS[format](found, self.stdout)
        blocking = sum(row.is_open_and_blocks for row in found)
        if fail and blocking:
            raise CommandError(f"Open findings that keep a text from review: {blocking}.")


def write_text(found, out):
    for (title, address, name), group in groupby(found, key=attrgetter("title", "address", "text")):
        out.write(f"{title} ({', '.join(filter(None, [address, name]))})")
        for row in group:
            quote = f" “{row.quote}”" if row.quote else ""
            answer = f" Answered by {row.answered}" if row.answered else ""
            out.write(f"  {row.level} {row.rule}:{quote} {row.message}{answer}")
    count = len(found)
    out.write(f"{'1 finding' if count == 1 else f'{count} findings'}.")


def write_csv(found, out):
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in found:
        cells = row.as_dict() | {"page_id": row.page_id or ""}
        writer.writerow({name: as_cell(value) for name, value in cells.items()})


def write_json(found, out):
    out.write(json.dumps([row.as_dict() for row in found], ensure_ascii=False, indent=2))


WRITERS = {"text": write_text, "csv": write_csv, "json": write_json}
