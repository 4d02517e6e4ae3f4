"""Readers' pages beside a static file of the article's size: `python -m benchmarks.pages`.

Starts the production shape (gunicorn with two workers, WhiteNoise, production settings, SQLite) on a database of its
own with the demo's articles and 200 more, then loads each address in turn with wrk, for several rounds, and prints
requests a second and the 99th percentile beside those of a static file that WhiteNoise serves in the same processes.
Nothing is cached. Needs wrk (`apt-get install wrk`).
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.production_shape import WORKERS, fetch, prepare, server

GOALS = {"article": 8.0, "index": 5.0}


def main():
    options = arguments()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing; install it with: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="clinical-cms-bench-") as scratch:
        more = ["-m", "benchmarks.more_articles", str(options.articles)]
        environment = prepare(Path(scratch), options.port, more)
        addresses = {
            "article": "/articles/how-our-articles-are-checked/",
            "index": "/articles/",
            "home": "/",
            "search": "/search/?q=how+are+articles+reviewed",
        }
        with server(environment) as base:
            sizes = {name: len(fetch(base + address)) for name, address in addresses.items()}
        Path(environment["STATIC_ROOT"], "as-long-as-the-article.html").write_bytes(b"x" * sizes["article"])
        addresses = {"static": "/static/as-long-as-the-article.html", **addresses}
        with server(environment) as base:
            pages = {name: base + address for name, address in addresses.items()}
            sizes["static"] = len(fetch(pages["static"]))
            figures = measure(pages, options)
    return report(figures, sizes, options)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="length of one measurement")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--articles", type=int, default=200, help="articles besides the demo's")
    parser.add_argument("--port", type=int, default=8765)
    return parser.parse_args()


def measure(pages, options):
    """(requests a second, p99 in ms) of each page and round; the pages take turns, so that a slow spell hits all."""
    for url in pages.values():
        load(url, options, seconds=1)
    figures = {name: [] for name in pages}
    for _ in range(options.rounds):
        for name, url in pages.items():
            figures[name].append(load(url, options, options.seconds))
    return figures


def load(url, options, seconds):
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{seconds}s", "--latency", url]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in printed or "Socket errors" in printed:
        raise SystemExit(f"{url} did not answer every request:\n{printed}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", printed).groups()
    milliseconds = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed).group(1)), milliseconds


def report(figures, sizes, options):
    """Print the table; exit status 1 if a goal is missed."""
    rounds = f"median of {options.rounds} rounds of {options.seconds} s"
    print(f"{WORKERS} workers, {options.connections} connections, {rounds}")
    print(f"{'page':10}{'bytes':>8}{'requests/s':>12}{'p99 ms':>9}{'of static':>11}   goal")
    medians = {name: statistics.median(rate for rate, _ in rounds) for name, rounds in figures.items()}
    missed = False
    for name, rounds in figures.items():
        share = 100 * medians[name] / medians["static"]
        goal = GOALS.get(name)
        verdict = "" if goal is None else f"≥ {goal:.0f} %: {'met' if share >= goal else 'MISSED'}"
        missed |= goal is not None and share < goal
        slowest = statistics.median(p99 for _, p99 in rounds)
        print(f"{name:10}{sizes[name]:8}{medians[name]:12.0f}{slowest:9.1f}{share:10.1f} %   {verdict}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
