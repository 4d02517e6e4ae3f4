"""The choices of the shop front, under the names that are stored."""

from django.db import models


class ServiceKind(models.TextChoices):
    ASSESSMENT = "assessment", "Assessment"
    CONSULTATION = "consultation", "Consultation"
    THERAPY = "therapy", "Therapy"
    GROUP = "group", "Group or programme"
    EDUCATION = "education", "Educational product"
    INFORMATION = "information", "Information"


class Currency(models.TextChoices):
    USD = "USD", "US dollar ($)"
    CAD = "CAD", "Canadian dollar (CA$)"
    GBP = "GBP", "Pound sterling (£)"
    EUR = "EUR", "Euro (€)"


class ContactBy(models.TextChoices):
    EMAIL = "email", "By e-mail"
    PHONE = "phone", "By phone"


class EnquiryStatus(models.TextChoices):
    NEW = "new", "New"
    CONTACTED = "contacted", "Contacted"
    BOOKED = "booked", "Booked"
    CLOSED = "closed", "Closed"
