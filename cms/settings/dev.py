"""Development on one machine: keys that are worth nothing, static files straight from the tree, mail to the log."""

import os

from cms.settings.base import *  # noqa: F403
from cms.settings.base import STATIC_ROOT, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "development-only-and-worth-nothing-" + "0" * 32
EDITION_KEY = "development-only-and-worth-nothing-" + "1" * 32
EDITION_KEY_ID = "development"
EDITION_OLD_KEYS = {}
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
SERVE_MEDIA = True
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="clinical-demo")
# `make run` names them; links of the demo's site, its feeds and its mails then lead to the server that it starts.
HOST, PORT = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default=f"http://{HOST}:{PORT}")

# With DEBUG off too, so that `make run` shows the honest error pages and a changed stylesheet needs no collectstatic.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
