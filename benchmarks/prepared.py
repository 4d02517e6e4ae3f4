"""A reader's query with its SQL kept, beside the same queryset put together each time: `python -m benchmarks.prepared`.

Takes the database of the environment's settings, which must be migrated (`make run` makes one).
"""

import os
import statistics
import sys
import time

import django


def main(rounds=7, calls=300):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from reader.finding import LATEST

    # Django keeps a list of queries in debug mode, which is not what is measured.
    settings.DEBUG = False
    asked = {"slug": "articles", "url_path": "/clinic/articles/", "moment": timezone.now()}
    ways = {"kept": lambda: LATEST.rows(**asked), "put together": lambda: list(LATEST.build(**asked))}
    figures = {name: [] for name in ways}
    for _ in range(rounds):
        for name, ask in ways.items():
            started = time.perf_counter()
            for _ in range(calls):
                ask()
            figures[name].append((time.perf_counter() - started) / calls * 1000)
    medians = {name: statistics.median(values) for name, values in figures.items()}
    for name, value in medians.items():
        print(f"{name:13} {value:.3f} ms a query")
    print(f"ratio         {medians['put together'] / medians['kept']:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
