"""The demo clinic's own words round its articles: pages at the foot, and whom to ask."""

from django.urls import reverse

from home.models import SiteSettings, TextPage

PAGES = [
    {
        "title": "Privacy",
        "slug": "privacy",
        "body": "<p>You can read everything here without telling us who you are.</p>"
        "<h2>What we do not do</h2>"
        "<ul><li>No other company learns what you read: our pages load nothing from elsewhere.</li>"
        "<li>We keep no record of what you search for together with who you are.</li>"
        "<li>Reading sets no cookie.</li></ul>"
        "<h2>When you ask us for something</h2>"
        "<p>What you write in an enquiry is read by our staff alone, and deleted after a set time. Please leave out "
        "medical details; we ask for them when we talk.</p>",
    },
    {
        "title": "Corrections",
        "slug": "corrections",
        "body": "<p>If something we wrote is wrong, we want to know.</p>"
        "<p>A mistake that could do harm is taken off the site at once, and a notice says why. Other mistakes are put "
        "right in a new edition. The foot of each article lists its editions and what changed in them.</p>",
    },
]
CONTACT = {
    "contact_email": "hello@clinic.example",
    "contact_phone": "+18005550100",
    "contact_phone_display": "1-800-555-0100",
    "contact_hours": "Weekdays, 9 to 5 in New York. Not for emergencies.",
}


def furnish(home, about_articles):
    """Text pages below `home`, the ways in the header, and links at the foot to what the clinic says of itself."""
    pages = [home.add_child(instance=TextPage(**fields)) for fields in PAGES]
    ways = [
        {"address": reverse("a-to-z"), "label": "Topics A to Z"},
        {"page": home.get_children().get(slug="articles"), "label": "All articles"},
        {"page": home.get_children().get(slug="services")},
    ]
    links = [
        {"page": about_articles, "label": "How we write and review"},
        {"address": reverse("people"), "label": "Who writes and reviews"},
        *({"page": page} for page in pages),
    ]
    words = SiteSettings.objects.get(site__root_page=home.pk)
    words.header_links = [("link", link) for link in ways]
    words.policy_pages = [("link", link) for link in links]
    for name, value in CONTACT.items():
        setattr(words, name, value)
    words.save()
