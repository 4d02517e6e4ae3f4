"""System checks: an installation whose ledger could be altered or torn says so."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import connections

from editions import triggers


@register(Tags.security)
def check_key(app_configs, **kwargs):
    if len(settings.EDITION_KEY) < 32:
        return [
            Error(
                "EDITION_KEY is missing or shorter than 32 characters, so editions cannot be sealed.",
                hint="Set EDITION_KEY to a long random value and keep it outside the database.",
                id="editions.E001",
            )
        ]
    return []


@register(Tags.database)
def check_database(app_configs, databases=None, **kwargs):
    found = []
    for alias in databases or []:
        connection = connections[alias]
        mode = connection.settings_dict["OPTIONS"].get("transaction_mode")
        if connection.vendor == "sqlite" and mode != "IMMEDIATE":
            found.append(
                Error(
                    "SQLite must open transactions with IMMEDIATE: the ledger relies on one writer at a time.",
                    hint="Set OPTIONS['transaction_mode'] = 'IMMEDIATE'.",
                    id="editions.E002",
                )
            )
        absent = triggers.missing(connection)
        if absent:
            found.append(
                Warning(
                    f"Evidence can be altered: these triggers are missing: {', '.join(absent)}.",
                    hint="Run `manage.py migrate`, which puts them back, then `manage.py verify_editions`.",
                    id="editions.W001",
                )
            )
    return found
