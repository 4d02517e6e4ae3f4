"""The numbers that stand on every page, whatever else fails."""

import logging

from django.db import DatabaseError

from blog.enums import Jurisdiction
from editions.prepared import Prepared
from home.models import CrisisService

log = logging.getLogger(__name__)

SHOWN_FIELDS = [
    "id",
    "name",
    "lead_in",
    "phone",
    "phone_display",
    "sms",
    "sms_display",
    "chat_url",
    "chat_display",
    "hours",
    "jurisdiction",
    "who_for",
    "languages",
    "free",
    "confidential",
    "is_emergency",
]

# Source: 988 Suicide & Crisis Lifeline (SAMHSA), https://988lifeline.org; 911 is the emergency number of the
# United States. Used when nobody has entered a service yet or the database does not answer.
BUILT_IN = [
    {
        "name": "988 Suicide & Crisis Lifeline",
        "lead_in": "In crisis or thinking about suicide?",
        "phone": "988",
        "phone_display": "988",
        "sms": "988",
        "sms_display": "988",
        "chat_url": "https://988lifeline.org/chat/",
        "chat_display": "988lifeline.org",
        "hours": "Day and night, every day",
        "jurisdiction": Jurisdiction.US,
        "who_for": "Anyone in the United States who is in crisis",
        "languages": "English, Spanish",
        "free": True,
        "confidential": True,
        "is_emergency": False,
    },
    {
        "name": "Emergency services",
        "lead_in": "In danger now?",
        "phone": "911",
        "phone_display": "911",
        "sms": "",
        "sms_display": "",
        "chat_url": "",
        "chat_display": "",
        "hours": "Day and night, every day",
        "jurisdiction": Jurisdiction.US,
        "who_for": "Anyone in immediate danger",
        "languages": "",
        "free": True,
        "confidential": False,
        "is_emergency": True,
    },
]


SERVICES = Prepared(lambda: CrisisService.objects.values_list(*SHOWN_FIELDS))


def crisis_services(request):
    """The services to show, as dicts, in their order; never empty. One query a request, none without a request.

    Where they come from more than one country, each has its own in words, as `country`.
    """
    if request is None:
        return BUILT_IN
    if not hasattr(request, "crisis_services"):
        request.crisis_services = _stored() or BUILT_IN
    return request.crisis_services


def _stored():
    try:
        return _with_countries([dict(zip(SHOWN_FIELDS, row, strict=True)) for row in SERVICES.rows()])
    except DatabaseError:
        log.critical("ALARM: the crisis services could not be read; the built-in numbers are shown.", exc_info=True)
        return []


def _with_countries(services):
    # Somebody in danger must not dial the number of another country; where there is one alone, it is one word less.
    if len({service["jurisdiction"] for service in services}) < 2:
        return services
    in_words = dict(Jurisdiction.choices)
    return [service | {"country": in_words.get(service["jurisdiction"], "")} for service in services]
