"""What the shop may not sell: it stands alone, so the project tells it."""

from blog.models import Medicine
from blog.text import lines_of
from editions.prepared import Prepared

MEDICINES = Prepared(lambda: Medicine.objects.filter(prescription_only=True).values_list("generic_name", "brands"))


def names():
    """Generic and brand names of the medicines that only a prescription gives; one query."""
    return [name for generic_name, brands in MEDICINES.rows() for name in (generic_name, *lines_of(brands))]
