"""Production: refuses to start without its secrets."""

from cms.settings.base import *  # noqa: F403
from cms.settings.base import env

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
EDITION_KEY = env.str("EDITION_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
