"""The production shape with the demo's content in a folder that goes away, for benchmarks of readers' pages."""

import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2


def prepare(scratch, port, *more):
    """The environment of the server, once its database is filled and its files are collected.

    `more` are arguments of Python that fill the database further.
    """
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
        "WEB_CONCURRENCY": str(WORKERS),
        "PORT": str(port),
        "LOG_LEVEL": "ERROR",
    }
    for command in (
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "load_demo"],
        *more,
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        ["manage.py", "search_index"],
    ):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


class server:
    """gunicorn while the block runs, ready to answer; the value is its address."""

    def __init__(self, environment):
        self.environment = environment
        self.address = f"http://127.0.0.1:{environment['PORT']}"

    def __enter__(self):
        command = [sys.executable, "-m", "gunicorn", "cms.wsgi", "--log-level", "warning"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        for _ in range(200):
            try:
                fetch(f"{self.address}/health/")
                return self.address
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        self.__exit__()
        raise SystemExit("The server did not answer within 20 seconds.")

    def __exit__(self, *exception):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)


def fetch(url):
    with urllib.request.urlopen(url, timeout=20) as response:  # noqa: S310
        return response.read()
