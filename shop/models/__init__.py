"""What the clinic offers, and what visitors ask for."""

from shop.models.enquiries import Enquiry, EnquiryLine, EnquirySender
from shop.models.promotions import Promotion
from shop.models.services import ServiceIndexPage, ServicePage, ServiceSource

__all__ = [
    "Enquiry",
    "EnquiryLine",
    "EnquirySender",
    "Promotion",
    "ServiceIndexPage",
    "ServicePage",
    "ServiceSource",
]
