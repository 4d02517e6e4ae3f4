"""What every environment shares; what differs between machines comes from the environment (see .env.example)."""

import sys
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from environs import Env

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"

env = Env()
# A variable of the process wins over the file. ENV_FILE lets one checkout hold several shapes (see `make serve`).
env.read_env(env.str("ENV_FILE", default=str(BASE_DIR / ".env")), recurse=False)

INSTALLED_APPS = [
    "home",
    "search",
    "schedule",
    "review",
    "blog",
    "people",
    "editions",
    "reader",
    "shop",
    "cms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail_modeladmin",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.compression.ReadersCompressionMiddleware",
    "cms.content_policy.ContentPolicyMiddleware",
    "editions.moment.MomentMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "reader.redirects.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = {"default": env.dj_db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
# The web server's role owns no table, so it cannot drop the ledger's triggers; `manage.py migrate` runs as the owner.
MIGRATION_DATABASE_URL = env.str("MIGRATION_DATABASE_URL", default="")
if MIGRATION_DATABASE_URL and sys.argv[1:2] == ["migrate"]:
    DATABASES["default"] = env.dj_db_url("MIGRATION_DATABASE_URL")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE takes the write lock at BEGIN, so that a reader's transaction never fails to become a writer's;
    # recursive_triggers makes INSERT OR REPLACE fire the ledger's delete triggers.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
        ),
    }
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "en-us"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-us", "English (United States)")]
TIME_ZONE = env.str("SITE_TIME_ZONE", default="America/New_York")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "cms.stylesheet.SiteStylesheetFinder",
]
# Where css/site.css is put together before it is served or collected.
STYLESHEET_DIR = VAR_DIR / "stylesheet"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
# Uploads are for staff (`cms/uploads.py`). Whatever else serves them must ask who it is; the application does.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)
RECORD_ROOT = Path(env.str("RECORD_ROOT", default=str(VAR_DIR / "record")))
SOCIAL_ROOT = Path(env.str("SOCIAL_ROOT", default=str(VAR_DIR / "social")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    # Pictures inside editions, named by the digest of their bytes: kept apart from uploads, which may change.
    "record": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": RECORD_ROOT}},
    # Pictures that stand for pages where they are shared, drawn when they are first asked for.
    "social": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": SOCIAL_ROOT}},
}

# The key signs every row of the ledger. Old keys only verify: EDITION_OLD_KEYS="2025=…,2026=…".
EDITION_KEY_ID = env.str("EDITION_KEY_ID", default="1")
EDITION_KEY = env.str("EDITION_KEY", default="")
EDITION_OLD_KEYS = env.dict("EDITION_OLD_KEYS", default={})
LEDGER_LEAD = timedelta(seconds=1)

SEARCH_INDEX_DIR = Path(env.str("SEARCH_INDEX_DIR", default=str(VAR_DIR / "search")))

DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="publishing@localhost")
WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = DEFAULT_FROM_EMAIL

# Whether pasting a DOI or a PubMed number asks Crossref or PubMed for the rest of the reference.
REFERENCE_LOOKUP = env.bool("REFERENCE_LOOKUP", default=False)

# The shop sells no prescription medicine; this function tells it their names.
PRESCRIPTION_MEDICINES = "cms.prescription_medicines.names"

# Who is told, with a reference alone, that a visitor has sent an enquiry; and for how many days enquiries are kept.
ENQUIRY_RECIPIENTS = env.list("ENQUIRY_RECIPIENTS", default=[])
ENQUIRY_RETENTION_DAYS = env.int("ENQUIRY_RETENTION_DAYS", default=180)
FEEDBACK_DAYS = env.int("FEEDBACK_DAYS", default=365)
# Where a trusted proxy writes a visitor's address, as Django names headers; blank where visitors come by themselves.
VISITOR_ADDRESS_HEADER = ""

# The password of the demo accounts; load_demo makes one up and prints it when there is none.
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")

WAGTAIL_SITE_NAME = "Clinical publishing"
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]
# An article's approval seals an edition and publishes nothing; other pages keep Wagtail's own way.
WAGTAIL_FINISH_WORKFLOW_ACTION = "review.finish_action.finish_workflow"
# `blog/addresses/` leaves the redirects: in the change's own transaction, and for articles, which are never live.
WAGTAILREDIRECTS_AUTO_CREATE = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Wagtail's preview panel shows a page in a frame of the same origin, which Django's check cannot know.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "cms.refused_forms.refused"

# Readers' pages, in every environment: our own files and nothing else, no script or style inside a page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# Wagtail 8's own templates hold scripts (panels of repeated forms, date pickers), and its scripts write styles and
# pictures into the page; still nothing comes from elsewhere or goes there.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # Two lines for each background task say nothing that an operator needs; failures are errors.
    # What somebody pasted that is no BibTeX is told to them, and belongs in no log.
    "loggers": {"django_tasks": {"level": "WARNING"}, "bibtexparser": {"level": "CRITICAL"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
