"""The article's form in the editor: a draft may be incomplete, what is handed in may not."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from blog.address_forms import StandingAddress
from blog.readiness import gaps


class ArticleForm(StandingAddress, WagtailAdminPageForm):
    def clean_summary(self):
        """One line, whatever was pasted: it is printed in lists and in the page's description."""
        return " ".join(self.cleaned_data["summary"].split())

    def _post_clean(self):
        """Hold what is handed in against what a review needs; here, for the instance is filled in only now."""
        super()._post_clean()
        if self.is_deferred_validation or "body" in self.errors:
            return
        found = gaps(self.instance, has_authors=self._names_an_author())
        in_body = [gap for gap in found if gap.field == "body"]
        if in_body:
            self.add_error("body", self._at_their_sections(in_body))
        for gap in found:
            if gap.field in self.formsets:
                # Where its rows are; said about the whole form, Wagtail's summary would name no place.
                self.formsets[gap.field].non_form_errors().append(gap.message)
            elif gap.field != "body":
                self.add_error(None, ValidationError(gap.message))

    def _names_an_author(self):
        forms = self.formsets["authors"].forms if "authors" in self.formsets else []
        return any(
            form.is_valid() and form.cleaned_data.get("person") and not form.cleaned_data.get("DELETE")
            for form in forms
        )

    def _at_their_sections(self, found):
        positions = {child.id: position for position, child in enumerate(self.instance.body)}
        in_sections = {}
        for gap in found:
            if gap.block_id in positions:
                in_sections.setdefault(positions[gap.block_id], []).append(gap.message)
        return StreamBlockValidationError(
            block_errors={
                position: StructBlockValidationError(non_block_errors=messages)
                for position, messages in in_sections.items()
            },
            non_block_errors=[gap.message for gap in found if gap.block_id not in positions],
        )
