"""Readers' pages beside a static file of the article's size: `python benchmarks/pages.py`.

Starts the production shape (gunicorn with two workers, WhiteNoise, production settings, SQLite) on a database of its
own with the demo's articles and 200 more, then loads each address in turn with wrk, for several rounds, and prints
requests a second and the 99th percentile beside those of a static file that WhiteNoise serves in the same processes.
Nothing is cached. Needs wrk (`apt-get install wrk`).
"""

import argparse
import os
import re
import secrets
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOALS = {"article": 8.0, "index": 5.0}


def main():
    options = arguments()
    if not shutil.which("wrk"):
        sys.exit("wrk is missing; install it with: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="clinical-cms-bench-") as scratch:
        environment = prepare(Path(scratch), options)
        base = f"http://127.0.0.1:{options.port}"
        pages = {
            "article": f"{base}/articles/how-our-articles-are-checked/",
            "index": f"{base}/articles/",
            "home": f"{base}/",
            "search": f"{base}/search/?q=how+are+articles+reviewed",
        }
        with server(environment, base, options):
            sizes = {name: len(fetch(url)) for name, url in pages.items()}
        Path(environment["STATIC_ROOT"], "as-long-as-the-article.html").write_bytes(b"x" * sizes["article"])
        pages = {"static": f"{base}/static/as-long-as-the-article.html", **pages}
        with server(environment, base, options):
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


def prepare(scratch, options):
    """The environment of the server, with its database filled and its static files collected."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "ENV_FILE": os.devnull,
        "SECRET_KEY": secrets.token_hex(32),
        "EDITION_KEY": secrets.token_hex(32),
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS_ONLY": "false",
        "DATABASE_URL": f"sqlite:///{scratch / 'db.sqlite3'}",
        "STATIC_ROOT": str(scratch / "static"),
        "MEDIA_ROOT": str(scratch / "media"),
        "RECORD_ROOT": str(scratch / "record"),
        "SEARCH_INDEX_DIR": str(scratch / "search"),
        "PYTHONPATH": str(ROOT),
        "WEB_CONCURRENCY": "2",
        "PORT": str(options.port),
        "LOG_LEVEL": "ERROR",
    }
    for command in (
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "load_demo"],
        ["-m", "benchmarks.more_articles", str(options.articles)],
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        ["manage.py", "search_index"],
    ):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


class server:
    """gunicorn while the block runs, ready to answer."""

    def __init__(self, environment, base, options):
        self.environment, self.base, self.options = environment, base, options

    def __enter__(self):
        command = [sys.executable, "-m", "gunicorn", "cms.wsgi", "--log-level", "warning"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        for _ in range(200):
            try:
                fetch(f"{self.base}/health/")
                return self
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise SystemExit("The server did not answer within 20 seconds.")

    def __exit__(self, *exception):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)


def fetch(url):
    with urllib.request.urlopen(url, timeout=20) as response:  # noqa: S310
        return response.read()


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
    print(f"2 workers, {options.connections} connections, median of {options.rounds} rounds of {options.seconds} s")
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
