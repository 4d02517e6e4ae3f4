"""Each test starts Python anew, since settings are read once in a process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPLETE = {
    "SECRET_KEY": "8f" * 32,
    "EDITION_KEY": "a1" * 32,
    "ALLOWED_HOSTS": "clinic.example.org, www.clinic.example.org",
}
INSPECT = """
import django, json
from django.conf import settings
from django.template import engines
django.setup()
names = (
    "ALLOWED_HOSTS CSRF_COOKIE_SECURE CSRF_TRUSTED_ORIGINS DEBUG EMAIL_BACKEND EMAIL_HOST EMAIL_USE_TLS "
    "SECURE_HSTS_SECONDS SECURE_PROXY_SSL_HEADER SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE WAGTAILADMIN_BASE_URL"
)
found = {name: getattr(settings, name) for name in names.split()}
found["static"] = settings.STORAGES["staticfiles"]["BACKEND"]
found["loader"] = type(engines["django"].engine.template_loaders[0]).__module__
found["database"] = {key: str(settings.DATABASES["default"][key]) for key in ("ENGINE", "NAME", "USER", "HOST")}
print(json.dumps(found))
"""


def start(tmp_path, code=INSPECT, arguments=(), **variables):
    """Run `code` under production settings with these variables and nothing else from this machine's environment."""
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "ENV_FILE": os.devnull,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment | variables, capture_output=True, text=True, check=False)


def settings_of(tmp_path, **variables):
    run = start(tmp_path, **(COMPLETE | variables))
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("name", COMPLETE)
@pytest.mark.parametrize("value", [None, "", "   "])
def test_does_not_start_without(tmp_path, name, value):
    variables = {key: kept for key, kept in COMPLETE.items() if key != name}
    if value is not None:
        variables[name] = value
    run = start(tmp_path, **variables)
    assert run.returncode != 0
    assert f"ImproperlyConfigured: Set {name} in the environment: production does not start without it." in run.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "EDITION_KEY"])
@pytest.mark.parametrize("settings_module", ["dev", "test"])
def test_refuses_a_secret_that_stands_in_the_source(tmp_path, name, settings_module):
    source = (ROOT / "cms" / "settings" / f"{settings_module}.py").read_text()
    prefix = next(word for word in ("development-only", "test-only") if word in source)
    run = start(tmp_path, **(COMPLETE | {name: f"{prefix}-and-worth-nothing-" + "0" * 50}))
    assert f"ImproperlyConfigured: {name} holds a development value" in run.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "EDITION_KEY"])
def test_refuses_a_short_secret(tmp_path, name):
    run = start(tmp_path, **(COMPLETE | {name: "9b" * 20}))
    assert f"ImproperlyConfigured: {name} is shorter than 50 characters" in run.stderr


def test_refuses_one_key_for_both_purposes(tmp_path):
    run = start(tmp_path, **(COMPLETE | {"EDITION_KEY": COMPLETE["SECRET_KEY"]}))
    assert "ImproperlyConfigured: EDITION_KEY must differ from SECRET_KEY" in run.stderr


def test_complete_settings_are_strict(tmp_path):
    found = settings_of(tmp_path)
    assert found["ALLOWED_HOSTS"] == ["clinic.example.org", "www.clinic.example.org"]
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["SECURE_SSL_REDIRECT"] and found["SESSION_COOKIE_SECURE"] and found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["DEBUG"] is False
    assert found["static"].startswith("whitenoise.storage.CompressedManifest")
    assert found["loader"] == "django.template.loaders.cached"


def test_debug_cannot_be_turned_on(tmp_path):
    assert settings_of(tmp_path, DEBUG="true")["DEBUG"] is False


def test_plain_http_is_one_switch(tmp_path):
    found = settings_of(tmp_path, HTTPS_ONLY="false")
    assert not (found["SECURE_SSL_REDIRECT"] or found["SESSION_COOKIE_SECURE"] or found["CSRF_COOKIE_SECURE"])
    assert found["SECURE_HSTS_SECONDS"] == 0


def test_proxy_origins_and_mail_come_from_the_environment(tmp_path):
    found = settings_of(
        tmp_path,
        TRUST_PROXY_HEADERS="true",
        CSRF_TRUSTED_ORIGINS="https://admin.example.org",
        EMAIL_URL="submission://user:password@mail.example.org:587",
    )
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://admin.example.org"]
    assert found["EMAIL_HOST"] == "mail.example.org"
    assert found["EMAIL_USE_TLS"] is True


def test_unknown_mail_address_is_named(tmp_path):
    assert "ImproperlyConfigured: EMAIL_URL must begin with" in start(tmp_path, **COMPLETE, EMAIL_URL="mail.org").stderr


@pytest.mark.parametrize(("command", "user"), [("migrate", "owner"), ("runserver", "web"), ("", "web")])
def test_only_migrate_uses_the_role_that_owns_the_tables(tmp_path, command, user):
    urls = {
        "DATABASE_URL": "postgres://web:a@db.example.org/clinic",
        "MIGRATION_DATABASE_URL": "postgres://owner:b@db.example.org/clinic",
    }
    run = start(tmp_path, arguments=[command] if command else [], **COMPLETE, **urls)
    assert json.loads(run.stdout)["database"]["USER"] == user


def test_log_line_is_json_with_the_exception(tmp_path):
    code = """
import django, logging
django.setup()
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("ledger").exception("The chain %s is broken", "é")
"""
    run = start(tmp_path, code=code, **COMPLETE)
    line = json.loads(run.stderr)
    assert (line["level"], line["logger"], line["message"]) == ("ERROR", "ledger", "The chain é is broken")
    assert "ZeroDivisionError" in line["exception"]


def test_mails_link_to_the_site_and_not_to_the_machine_that_sends_them(tmp_path):
    assert settings_of(tmp_path)["WAGTAILADMIN_BASE_URL"] == "https://clinic.example.org"
    assert settings_of(tmp_path, HTTPS_ONLY="false")["WAGTAILADMIN_BASE_URL"] == "http://clinic.example.org"
    named = settings_of(tmp_path, WAGTAILADMIN_BASE_URL="https://desk.example.org")
    assert named["WAGTAILADMIN_BASE_URL"] == "https://desk.example.org"
