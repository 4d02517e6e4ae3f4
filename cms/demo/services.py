"""The demo clinic's shop front: three invented services, and the clinic's price promise with invented terms."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from home.models import TextPage
from shop.models import Promotion, ServiceIndexPage, ServicePage

CATALOGUE = {
    "title": "Services",
    "slug": "services",
    "intro": "Three invented services, which show how this catalogue works. Nobody is treated here.",
}
SERVICES = [
    {
        "title": "First assessment",
        "slug": "first-assessment",
        "kind": "assessment",
        "summary": "An invented service: a clinician hears how you are, what you have tried and what you want.",
        "who_for": "Adults who want to know which treatments may suit them\n"
        "People whom a treatment has not helped enough",
        "who_not_for": "Anyone who is in danger now: the help lines stand at the top of every page\n"
        "People who are younger than 18",
        "what_happens": "You ask for it with the form on this site.\n"
        "We call or write to you, in the way that you chose.\n"
        "A clinician talks with you by video for 50 minutes.\n"
        "You get a letter with what was said and what you can choose from.",
        "price_from": Decimal(150),
        "unit": "for one talk of 50 minutes",
        "price_note": "Tests, if you need any, cost extra.",
        "bookable": True,
    },
    {
        "title": "Consultation",
        "slug": "consultation",
        "kind": "consultation",
        "summary": "An invented service: you go through a treatment that you have or consider, with somebody "
        "who does not give it.",
        "who_for": "People who have a treatment and questions about it\nPeople who want a second opinion",
        "who_not_for": "People who need an answer today: call your doctor or pharmacist",
        "what_happens": "You ask for it with the form on this site.\n"
        "We ask you for letters from those who treat you.\n"
        "A clinician talks with you by video for 30 minutes.",
        "needs_assessment": True,
        "price_from": Decimal("89.50"),
        "unit": "for one talk of 30 minutes",
        "bookable": True,
        "max_quantity": 3,
    },
    {
        "title": "Evening group",
        "slug": "evening-group",
        "kind": "group",
        "summary": "An invented service: six evenings by video with seven other people, led by a therapist.",
        "who_for": "Adults who live with low mood or worry and want to hear how others do it",
        "who_not_for": "People who cannot speak freely where they are in the evening",
        "what_happens": "You ask for it with the form on this site.\n"
        "A therapist calls you and tells you who else is there, without names.\n"
        "You come to the first evening, and then decide.",
        "needs_assessment": True,
        "bookable": True,
    },
]
# What the front page says of each.
NOTES = [
    "A clinician hears how you are, what you have tried and what you want.",
    "Talk a treatment over with somebody who does not give it.",
    "Six evenings by video with seven other people.",
]
TERMS = {
    "title": "Terms of the price promise",
    "slug": "price-promise",
    "body": "<p>These terms are invented. They show what has to stand behind an offer before readers get it.</p>"
    "<h2>Who may have it</h2>"
    "<p>Anybody who shows us, before the first talk, a lower public price of an online clinic for the same service.</p>"
    "<h2>What they get</h2><p>20% off our price for that one service.</p>"
    "<h2>Until when</h2><p>As long as the promise stands on our front page.</p>",
}
SECTIONS = ("topics", "latest_reviewed")


def open_shop(home, promise):
    """The catalogue below `home`, its services on the front page, and `promise`, the offer's text, with its terms."""
    catalogue = home.add_child(instance=ServiceIndexPage(**CATALOGUE))
    services = [catalogue.add_child(instance=ServicePage(**fields)) for fields in SERVICES]
    links = [{"page": service, "note": note} for service, note in zip(services, NOTES, strict=True)]
    home.body = [
        *((kind, {}) for kind in SECTIONS),
        ("services", {"text": "All of them are invented.", "links": links}),
        ("promotion", None),
    ]
    home.save()
    now = timezone.now()
    Promotion.objects.create(
        text=promise,
        starts_at=now,
        ends_at=now + timedelta(days=365),
        terms_page=home.add_child(instance=TextPage(**TERMS)),
        evidence_checked_on=timezone.localdate(now),
        evidence_note="Invented for the demonstration: nobody has compared prices.",
    )
