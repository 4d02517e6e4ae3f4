"""Keeping what a visitor asked for, once, and telling staff that there is something to read."""

import logging
import secrets

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from shop import senders
from shop.models import Enquiry, EnquiryLine

logger = logging.getLogger(__name__)

# Neither vowels, which make words, nor what is mistaken for something else.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"


def receive(form, request):
    """The Enquiry that the valid `form` makes of its cart; the one that it made before if it is sent again."""
    enquiry = form.save(commit=False)
    enquiry.token = form.cleaned_data["token"]
    enquiry.reference = new_reference()
    enquiry.received_at = request.moment
    enquiry.agreed_to = form.agreed_to
    try:
        with transaction.atomic():
            enquiry.save(force_insert=True)
            EnquiryLine.objects.bulk_create(_lines(enquiry, form.cart))
            senders.note(request)
            transaction.on_commit(lambda: tell_staff(enquiry), robust=True)
    except IntegrityError:
        # Pressed twice, and the other request was quicker.
        if before := Enquiry.objects.filter(token=enquiry.token).first():
            return before
        raise
    return enquiry


def new_reference():
    """Eight letters and digits that say nothing, not even how many enquiries there were: Q7KM-2XPT."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def tell_staff(enquiry):
    """Mail the reference, and nothing else of the enquiry, to each of `ENQUIRY_RECIPIENTS`."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("shop_enquiry_modeladmin_edit", args=[enquiry.pk])
    body = render_to_string("admin/shop/mail/enquiry.txt", {"reference": enquiry.reference, "address": address})
    for recipient in settings.ENQUIRY_RECIPIENTS:
        try:
            EmailMessage(f"New enquiry {enquiry.reference}", body, to=[recipient]).send()
        except Exception:
            # Any failure of a mail server, which each backend names differently; the register has the enquiry.
            logger.exception("No mail about enquiry %s", enquiry.reference)


def _lines(enquiry, cart):
    return [
        EnquiryLine(
            enquiry=enquiry,
            service_id=line.offer.pk,
            name=line.offer.title,
            quantity=line.quantity,
            price_from=line.offer.price_from,
            currency=line.offer.currency,
            unit=line.offer.unit,
            price_note=line.offer.price_note,
        )
        for line in cart.lines
    ]
