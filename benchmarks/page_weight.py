"""What readers' browsers are sent, by kind: `python -m benchmarks.page_weight`.

Starts the production shape on a database of its own with the demo, opens each page in a fresh profile of headless
Chromium as a phone does, and prints the bytes of HTML, CSS, fonts and JavaScript as they came, compressed; pictures
stand apart. Ends with 1 if a goal is missed. Needs Chromium, and the packages of requirements-dev.txt.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.production_shape import prepare, server
from tests.journeys.chromium import FLAGS, chromium_program

PAGES = {
    "article": "/articles/examplamine-for-depression/",
    "home": "/",
    "topic": "/depression/",
    "search": "/search/?q=ketamine",
    "A to Z": "/a-to-z/",
    "service": "/services/consultation/",
    "cart": "/cart/",
}
KINDS = {"document": "HTML", "stylesheet": "CSS", "font": "fonts", "script": "JS", "image": "pictures"}
# Without pictures; bytes.
MOST, MOST_JAVASCRIPT, STYLESHEETS = 100_000, 15_000, 1
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True, "has_touch": True}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8766)
    port = parser.parse_args().port
    with tempfile.TemporaryDirectory(prefix="clinical-cms-weight-") as scratch:
        environment = prepare(Path(scratch), port)
        with server(environment) as base, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_program(), args=FLAGS)
            figures = {name: weigh(browser, base + address) for name, address in PAGES.items()}
            browser.close()
    return report(figures)


def weigh(browser, url):
    """(bytes by kind, number of requests by kind) of one visit, pictures below the fold included."""
    profile = browser.new_context(**PHONE)
    page = profile.new_page()
    answers = []
    page.on("requestfinished", lambda request: answers.append(request))
    page.goto(url, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_load_state("networkidle")
    size, number = Counter(), Counter()
    for request in answers:
        kind = KINDS.get(request.resource_type, "other")
        size[kind] += request.sizes()["responseBodySize"]
        number[kind] += 1
    profile.close()
    return size, number


def report(figures):
    """Print the table; exit status 1 if a goal is missed."""
    kinds = ["HTML", "CSS", "fonts", "JS", "other"]
    print(f"{'page':10}" + "".join(f"{kind:>9}" for kind in [*kinds, "sum", "pictures", "CSS files"]))
    missed = []
    for name, (size, number) in figures.items():
        total = sum(size[kind] for kind in kinds)
        columns = [*(size[kind] for kind in kinds), total, size["pictures"], number["CSS"]]
        print(f"{name:10}" + "".join(f"{figure:9,}" for figure in columns))
        if total > MOST or size["JS"] > MOST_JAVASCRIPT or number["CSS"] != STYLESHEETS:
            missed.append(name)
    goal = f"at most {MOST:,} bytes without pictures, {MOST_JAVASCRIPT:,} of JavaScript, {STYLESHEETS} stylesheet"
    print(f"{'MISSED on ' + ', '.join(missed) if missed else 'Met'}: {goal}.")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
