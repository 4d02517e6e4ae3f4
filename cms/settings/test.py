"""The test suite: cheap password hashing, files in a throw-away place, no network, nothing of this machine's .env."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ENV_FILE"] = os.devnull

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, STORAGES

DEBUG = False
SECRET_KEY = "test-only-" + "0" * 50
EDITION_KEY_ID = "test"
EDITION_KEY = "test-only-" + "1" * 50
EDITION_OLD_KEYS = {}
ALLOWED_HOSTS = ["*"]
REFERENCE_LOOKUP = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_scratch = Path(tempfile.mkdtemp(prefix="clinical-cms-test-"))
atexit.register(shutil.rmtree, _scratch, ignore_errors=True)
MEDIA_ROOT = _scratch / "media"
RECORD_ROOT = _scratch / "record"
SOCIAL_ROOT = _scratch / "social"
SEARCH_INDEX_DIR = _scratch / "search"
STATIC_ROOT = _scratch / "static"
STYLESHEET_DIR = _scratch / "stylesheet"
STATIC_ROOT.mkdir()
WHITENOISE_AUTOREFRESH = True
STORAGES = STORAGES | {
    name: {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    for name, folder in [("record", RECORD_ROOT), ("social", SOCIAL_ROOT)]
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: threads of one test need to meet in one database, as they do in production.
    DATABASES["default"]["TEST"] = {"NAME": str(_scratch / "test.sqlite3")}
else:
    # A connection kept for the next request would outlive the test database it belongs to.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
