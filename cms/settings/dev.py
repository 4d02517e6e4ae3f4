"""Development on one machine: fixed keys that are worth nothing, debug pages, mail to the console."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "development-only-and-worth-nothing-" + "0" * 32
EDITION_KEY = "development-only-and-worth-nothing-" + "1" * 32
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
