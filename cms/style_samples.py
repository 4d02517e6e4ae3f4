"""What the style page shows: samples of every component, in each state that it can be in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.core.paginator import Paginator

from home.crisis import BUILT_IN
from reader.feedback import FeedbackForm
from shop.cart import Cart, Line
from shop.enquiry_form import EnquiryForm
from shop.offers import Offer
from shop.promotions import Shown

LINKS = [{"title": "Topics A to Z", "url": "#"}, {"title": "All articles", "url": "#"}]
CONTACT = {
    "contact_phone": "+18005550100",
    "contact_phone_display": "1-800-555-0100",
    "contact_email": "hello@clinic.example",
    "contact_hours": "Weekdays, 9 to 5",
}
ABROAD = [service | {"country": "United States"} for service in BUILT_IN]
# Of nobody.
NO_PERSON = 999_999_999
WORKPLACE = "Demo clinic, Springfield"
AUTHORS = [
    {"id": NO_PERSON, "name": "Demo author", "post_nominals": "MSc", "profession": "", "affiliation": WORKPLACE},
    {"name": "Another author", "post_nominals": "", "profession": "pharmacist"},
]
REVIEWERS = [
    {"name": "Demo reviewer", "post_nominals": "MD", "profession": "psychiatrist", "affiliation": WORKPLACE},
]
PEOPLE = [
    {
        "url": "#",
        "person": {
            "name": "Demo author",
            "post_nominals": "MSc",
            "profession": "psychologist",
            "affiliation": WORKPLACE,
        },
        "done": "Wrote 2 articles and reviewed 1",
    },
    {"url": "#", "person": {"name": "Another author"}, "done": "Wrote 1 article"},
]
WORKS = [
    {
        "title": "Examplamine for depression",
        "url": "#",
        "number": 4,
        "shown_since": date(2026, 11, 4),
        "reviewed_on": date(2026, 11, 3),
    },
    {"title": "An article that nobody has reviewed", "url": "#", "number": 1, "shown_since": date(2026, 11, 2)},
]
REVIEWED = {
    "facts": {
        "authors": AUTHORS,
        "reviewers": REVIEWERS,
        "funding": "Paid for by the clinic.",
        "competing_interests": "The authors work for the clinic.",
    },
    "reviewed_on": date(2026, 11, 3),
    "next_review_due": date(2027, 11, 3),
    "evidence_checked_on": date(2026, 10, 20),
    "topics": [{"title": "Depression", "url": "#"}, {"title": "How we work", "url": "#"}],
    "edition": {"number": 4, "kind": "reviewed"},
}
UNREVIEWED = {"facts": {"authors": AUTHORS[:1], "reviewers": []}, "edition": {"number": 1, "kind": "unreviewed"}}
ARTICLES = [
    {
        "title": "Examplamine for depression",
        "url": "#",
        "summary": "What it may do, and who should not have it.",
        "reviewed_on": date(2026, 11, 3),
    },
    {"title": "An article that nobody has reviewed", "url": "#", "summary": "", "reviewed_on": None},
]
STEPS = [{"title": "Home", "url": "#"}, {"title": "Treatments", "url": "#"}, {"title": "Depression", "url": "#"}]
EDITIONS = [
    {
        "address": "#",
        "seen": {
            "number": 2,
            "first_day": "3 November 2026",
            "is_reviewed": True,
            "reviewed_on": "3 November 2026",
            "changed": ["New section: Interactions"],
        },
    },
    {
        "address": "#",
        "seen": {
            "number": 1,
            "days": "from 2 March 2026 to 3 November 2026",
            "withdrawn_because": "A dose was wrong.",
        },
    },
]
SECTIONS = [
    {"id": name, "heading": name.replace("-", " ").capitalize()}
    for name in ("what-it-is", "side-effects", "references")
]

FIRST_TALK = Offer(
    pk=1,
    title="First talk",
    url="#",
    kind="Assessment",
    summary="You talk with a clinician.",
    price_from=None,
    currency="USD",
    unit="",
    price_note="",
    can_be_booked=True,
    needs_assessment=False,
    max_quantity=1,
)
COURSE = replace(
    FIRST_TALK,
    pk=2,
    title="Course",
    price_from=Decimal(150),
    unit="for six evenings",
    price_note="The book is not included.",
    needs_assessment=True,
    max_quantity=3,
)
EMPTY = {
    "messages": [],
    "catalogue_url": "#",
    "words": {
        "heading": "Your cart is empty",
        "body": "You have not chosen a service yet.",
        "browse": "Browse services",
    },
}


def page_of_a_list(number):
    return {"page_obj": Paginator(range(60), 20).page(number)}


# Group → component → state → what the template is given. A component is a file of templates/components/.
SAMPLES = {
    "Round every page": {
        "help_bar": {"": {"services": BUILT_IN}, "of several countries": {"services": ABROAD}},
        "site_header": {
            "": {"brand_name": "Demo clinic", "tagline": "Nurturing care", "links": LINKS},
            "before anything was set": {"brand_name": "Clinical publishing"},
        },
        "site_footer": {
            "": {"brand_name": "Demo clinic", "links": LINKS, "contact": CONTACT},
            "before anything was set": {"brand_name": "Clinical publishing"},
        },
        "search_form": {
            "empty": {"place": "style-page"},
            "with what was asked": {"place": "style-page", "query": "examplamine"},
        },
        "breadcrumb": {"": {"breadcrumbs": STEPS}},
    },
    "Help": {
        "crisis_line": {
            "above a text": {"services": BUILT_IN, "place": "top"},
            "below it": {"services": BUILT_IN, "place": "foot"},
            "of several countries": {"services": ABROAD, "place": "abroad"},
        },
        "help_lines": {"": {"services": BUILT_IN}, "of several countries": {"services": ABROAD}},
        "ways_on": {"": {}},
    },
    "Lists": {
        "article_list": {"": {"articles": ARTICLES, "level": 3}},
        "review_line": {"reviewed": {"reviewed_on": date(2026, 11, 3)}, "not reviewed": {"reviewed_on": None}},
        "people_list": {"": {"people": PEOPLE}},
        "works": {"": {"id": "wrote", "heading": "Wrote", "works": WORKS}},
        "pagination": {
            "first page": page_of_a_list(1),
            "in between": page_of_a_list(2),
            "last page": page_of_a_list(3),
        },
    },
    "Round an article": {
        "byline": {
            "reviewed": REVIEWED,
            "names lead to their pages": REVIEWED | {"people_have_pages": True},
            "not reviewed": UNREVIEWED,
        },
        "unreviewed_notice": {"": {}},
        "demonstration_notice": {"": {}},
        "contents": {"": {"sections": SECTIONS}},
        "article_foot": {"reviewed": REVIEWED, "not reviewed": UNREVIEWED},
        "edition_history": {
            "": {"history": EDITIONS, "reading": 2},
            "when it cannot be verified": {"history": None},
        },
        "helpful": {
            "": {"address": "#", "number": 4},
            "not complete": {"address": "#", "number": 4, "form": FeedbackForm({"sentence": "word " * 101})},
        },
    },
    "Services": {
        "price": {"": {"offer": COURSE}, "on request": {"offer": FIRST_TALK}},
        "add_to_cart": {"once": {"offer": FIRST_TALK}, "several": {"offer": COURSE}},
        "said": {"": {"messages": ["“First talk” is in your cart."], "with_way_to_cart": True}},
        "cart_link": {"on a page that is the same for everybody": {"count": None}, "elsewhere": {"count": 3}},
        "cart": {
            "": {"cart": Cart([Line(FIRST_TALK, 1), Line(COURSE, 2)], ["A cart holds 20 different services."])} | EMPTY,
            "empty": {"cart": Cart()} | EMPTY,
        },
        "enquiry_form": {
            "": {"form": EnquiryForm(cart=Cart(), auto_id="enquiry_%s")},
            "not complete": {"form": EnquiryForm({"email": "pat@"}, cart=Cart(), auto_id="enquiry_%s")},
        },
    },
    "Promotion": {
        "promotion": {"": {"promotion": Shown(1, "Offer", "Ask for a first talk in November: it is free.", "#")}},
    },
}
