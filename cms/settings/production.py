"""Production: refuses to start without its secrets, and trusts nothing that it was not told."""

from django.core.exceptions import ImproperlyConfigured

from cms.settings.base import *  # noqa: F403
from cms.settings.base import DATABASES, LOGGING, STORAGES, env

SHORTEST_SECRET = 50
WORTHLESS = ("development-only", "test-only", "django-insecure-")


def required(name: str) -> str:
    """The variable's value; ImproperlyConfigured, naming it, when it is missing or empty."""
    value = env.str(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment: production does not start without it.")
    return value


def secret(name: str) -> str:
    """A secret's value; ImproperlyConfigured when it is missing, short, or one that stands in the source."""
    value = required(name)
    if value.startswith(WORTHLESS):
        raise ImproperlyConfigured(f"{name} holds a development value that anybody can read: make a new secret.")
    if len(value) < SHORTEST_SECRET:
        raise ImproperlyConfigured(f"{name} is shorter than {SHORTEST_SECRET} characters: make a longer secret.")
    return value


DEBUG = False
SECRET_KEY = secret("SECRET_KEY")
EDITION_KEY = secret("EDITION_KEY")
if EDITION_KEY == SECRET_KEY:
    raise ImproperlyConfigured("EDITION_KEY must differ from SECRET_KEY: who learns one must not be able to seal.")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Off only to try the production shape on one's own machine, where nothing answers https.
HTTPS_ONLY = env.bool("HTTPS_ONLY", default=True)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS_ONLY
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS_ONLY else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=True)
# A load balancer asks for the health page over plain http.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
if env.bool("TRUST_PROXY_HEADERS", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    VISITOR_ADDRESS_HEADER = "HTTP_X_FORWARDED_FOR"

# Mails to staff must not link to the machine that sends them.
_scheme = "https" if HTTPS_ONLY else "http"
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default=f"{_scheme}://{ALLOWED_HOSTS[0].lstrip('.*')}")

DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

_mail = env.dj_email_url("EMAIL_URL", default="console:")
if "EMAIL_BACKEND" not in _mail:
    raise ImproperlyConfigured("EMAIL_URL must begin with smtp:, submission: (TLS) or console:.")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _mail["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = _mail["EMAIL_TIMEOUT"] or 10

LOGGING["formatters"]["line"] = {"()": "cms.log_lines.JsonLine"}
