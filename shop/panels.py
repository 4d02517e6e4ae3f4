"""Panels of the staff's screens."""

from wagtail.admin.panels import Panel


class LinesPanel(Panel):
    """What an enquiry asks for, to read."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/shop/enquiry_lines.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"lines": self.instance.lines.all()}
