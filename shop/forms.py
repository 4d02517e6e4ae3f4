"""Forms of the editors' screens."""

from wagtail.admin.forms import WagtailAdminPageForm

from shop.medicines import prescription_medicines
from shop.offers import JUDGED, objections


class ServiceForm(WagtailAdminPageForm):
    """Refuses a service with a booking or a price that names a prescription medicine."""

    def clean(self):
        cleaned = super().clean()
        for name in set(JUDGED) & set(cleaned):
            setattr(self.instance, name, cleaned[name])
        for field, message in objections(self.instance, prescription_medicines()):
            self.add_error(field if field in self.fields else None, message)
        return cleaned
