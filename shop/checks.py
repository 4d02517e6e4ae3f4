"""System checks: an installation that could sell a prescription medicine says so."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError
from django.utils.module_loading import import_string

from shop.medicines import prescription_medicines
from shop.models import ServicePage
from shop.offers import objections


@register
def check_source_of_medicines(app_configs, **kwargs):
    try:
        import_string(settings.PRESCRIPTION_MEDICINES)
    except (AttributeError, ImportError) as problem:
        return [
            Error(
                f"The shop cannot tell which medicines are prescription-only: {problem}.",
                hint="Set PRESCRIPTION_MEDICINES to the dotted path of a function that returns their names.",
                id="shop.E001",
            )
        ]
    return []


@register
def check_retention(app_configs, **kwargs):
    """Also before `purge_enquiries`, which would delete today's."""
    if settings.ENQUIRY_RETENTION_DAYS < 1:
        return [
            Error(
                f"ENQUIRY_RETENTION_DAYS is {settings.ENQUIRY_RETENTION_DAYS}: enquiries would be deleted unread.",
                hint="Set it to the number of days for which enquiries are kept, 1 or more.",
                id="shop.E002",
            )
        ]
    return []


@register(Tags.database)
def check_services(app_configs, databases=None, **kwargs):
    """Services that readers do not get as they were saved; with `manage.py check --database default`."""
    return [
        Warning(f"“{service}” (page {service.pk}): {objection.message}", id="shop.W001")
        for alias in databases or []
        for service, objection in _refused(alias)
    ]


def _refused(alias):
    try:
        medicines = prescription_medicines()
        services = ServicePage.objects.using(alias).published()
        return [(service, objection) for service in services for objection in objections(service, medicines)]
    except DatabaseError:
        # `migrate` asks all checks first, before there is the table, or the column that it is about to add.
        return []
