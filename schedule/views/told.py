"""What an administrator is told after an act, with the way to undo it or to see it."""

from django.urls import reverse
from wagtail.admin import messages

from editions.addresses import addresses
from editions.local_time import long_text
from editions.timeline import WITHDRAWN
from schedule import acts


def told(request, publication, title, now):
    """The message after a publication was set, and how to undo it or see it."""
    soon = publication.effective_at <= publication.made_at + acts.SOON
    moment = long_text(publication.effective_at)
    edition = publication.edition
    if edition:
        name = f"edition {edition.number} of “{title}”"
        message = f"Readers get {name} {'in a second' if soon else f'from {moment}'}."
    elif publication.state == WITHDRAWN:
        message = f"“{title}” is withdrawn {'in a second: readers then get the notice' if soon else f'from {moment}'}."
    else:
        message = f"“{title}” is taken down {'in a second' if soon else f'from {moment}'}."
    if not soon:
        cancel = reverse("publication_desk:cancel", args=[publication.pk])
        return message, [messages.button(cancel, "Cancel it")]
    url = addresses([publication.page_id], request).get(publication.page_id)
    return message, [messages.button(url, "View what readers see")] if url else []
