"""Lighthouse's four scores of readers' pages, as a phone on a slow line: `python -m benchmarks.lighthouse`.

Starts the production shape on a database of its own with the demo, lets npm install Lighthouse into a folder that goes
away again, and opens each page in headless Chromium with Lighthouse's profile of a phone, several times; the table has
the median of each score. Ends with 1 if a goal is missed. Needs Node.js with npm, and Chromium.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.production_shape import prepare, server
from tests.journeys.chromium import FLAGS, chromium_program

# The last that runs on the Node.js of Debian 12 and of Node's own long-term support before 22.
VERSION = "lighthouse@12"
PAGES = {
    "home": "/",
    "article": "/articles/examplamine-for-depression/",
    "topic": "/depression/",
    "search": "/search/?q=ketamine",
    "A to Z": "/a-to-z/",
    "service": "/services/consultation/",
    "cart": "/cart/",
}
# Lighthouse counts a page that asks not to be listed against it; this one asks on purpose.
NOT_LISTED = {"search": "is-crawlable"}
GOALS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def main():
    options = arguments()
    for program in ("node", "npm"):
        if not shutil.which(program):
            sys.exit(f"{program} is missing; install it with: apt-get install nodejs npm")
    with tempfile.TemporaryDirectory(prefix="clinical-cms-lighthouse-") as folder:
        scratch = Path(folder)
        install = ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", VERSION]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
        environment = prepare(scratch, options.port)
        with server(environment) as base:
            reports = {name: [look(scratch, base, name) for _ in range(options.runs)] for name in PAGES}
    return show(reports)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--port", type=int, default=8767)
    return parser.parse_args()


def look(scratch, base, name):
    """Lighthouse's report on a page, a dict."""
    command = [
        scratch / "node_modules" / ".bin" / "lighthouse",
        base + PAGES[name],
        "--quiet",
        "--output=json",
        "--only-categories=" + ",".join(GOALS),
        "--chrome-flags=" + " ".join(["--headless=new", *FLAGS]),
    ]
    if name in NOT_LISTED:
        command.append(f"--skip-audits={NOT_LISTED[name]}")
    environment = os.environ | {"CHROME_PATH": chromium_program() or "", "LIGHTHOUSE_DISABLE_ERROR_REPORTING": "1"}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"Lighthouse could not look at {name}:\n{run.stderr}")
    return json.loads(run.stdout)


def show(reports):
    """Print the scores, and what cost points; exit status 1 if a goal is missed."""
    print(f"{'page':10}" + "".join(f"{goal:>16}" for goal in GOALS) + "   first text  largest part   shift")
    missed = set()
    for name, runs in reports.items():
        scores = {goal: statistics.median(round(100 * score(run, goal)) for run in runs) for goal in GOALS}
        timings = [
            statistics.median(run["audits"][audit]["numericValue"] for run in runs)
            for audit in ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift")
        ]
        figures = f"{timings[0] / 1000:10.1f} s{timings[1] / 1000:12.1f} s{timings[2]:8.3f}"
        print(f"{name:10}" + "".join(f"{scores[goal]:16.0f}" for goal in GOALS) + "   " + figures)
        missed |= {(name, goal) for goal, least in GOALS.items() if scores[goal] < least}
    for name, goal in sorted(missed):
        print(f"MISSED: {name}, {goal}: {', '.join(lost(reports[name][0], goal))}")
    return int(bool(missed))


def score(run, category):
    return run["categories"][category]["score"] or 0


def lost(run, category):
    """The audits of a category that cost points."""
    for part in run["categories"][category]["auditRefs"]:
        audit = run["audits"][part["id"]]
        if part["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"{part['id']} ({audit['score']})"


if __name__ == "__main__":
    sys.exit(main())
