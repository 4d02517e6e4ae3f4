"""What the project leaves out, for it would make text public on roads of its own."""

import ast
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.urls import get_resolver

ROOT = Path(settings.BASE_DIR)
# Home, index and topic pages are live in Wagtail's sense, and these ask about such pages.
ABOUT_OTHER_PAGES = {"blog/addresses.py", "home/navigation.py", "reader/finding.py"}


def patterns(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        yield route
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern, route)


def sources():
    for app in apps.get_app_configs():
        folder = Path(app.path)
        if folder.parent == ROOT:
            yield from (path for path in folder.rglob("*.py") if not {"tests", "migrations"} & set(path.parts))


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


def test_no_code_asks_wagtail_which_articles_are_live():
    """`.live()` and `live=True` know nothing of editions."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                is_method = isinstance(node.func, ast.Attribute) and not node.args
                calls_live = is_method and node.func.attr in ("live", "not_live")
                asks_live = any(keyword.arg == "live" and _is_true(keyword.value) for keyword in node.keywords)
                if calls_live or asks_live:
                    found.add(str(path.relative_to(ROOT)))
    assert found <= ABOUT_OTHER_PAGES


def test_readers_pages_carry_no_userbar():
    """It needs the session, which a page that caches may keep must not."""
    templates = [path.read_text() for path in (ROOT / "templates").rglob("*.html")]
    assert not [text for text in templates if "wagtailuserbar" in text]


def _is_true(node):
    return isinstance(node, ast.Constant) and node.value is True
