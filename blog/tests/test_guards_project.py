"""What the project leaves out, for it would make text public on roads of its own."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

ROOT = Path(settings.BASE_DIR)


def patterns(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        yield route
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern, route)


def test_wagtails_public_api_is_not_mounted():
    routes = list(patterns(get_resolver()))
    assert not [route for route in routes if "api/" in route and not route.startswith("admin/")]
    assert not [route for route in routes if "api/v2" in route or "api/v3" in route]


def test_no_app_that_publishes_pages_by_itself_is_installed():
    left_out = [
        *("wagtail.api.v2", "wagtail.contrib.sitemaps", "wagtail.contrib.simple_translation"),
        *("wagtail.contrib.routable_page", "wagtail.contrib.frontend_cache", "django.contrib.sitemaps"),
        "django.contrib.admin",
    ]
    assert not [app for app in left_out if apps.is_installed(app)]


def test_readers_pages_carry_no_userbar():
    """It needs the session, which a page that caches may keep must not."""
    templates = [path.read_text() for path in (ROOT / "templates").rglob("*.html")]
    assert not [text for text in templates if "wagtailuserbar" in text]
