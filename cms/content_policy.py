"""What a browser may load and run on our pages: readers' pages nothing but our own files."""

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.urls import reverse


class ContentPolicyMiddleware(CSPMiddleware):
    """Sends readers' policy, or below `/admin/` that of the admin; only a preview may be framed, by our own editor."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if report_only:
            return parts
        if request.path.startswith(reverse("wagtailadmin_home")):
            return PolicyParts(config=settings.ADMIN_CONTENT_SECURITY_POLICY)
        if getattr(request, "is_preview", False):
            # Wagtail asks for a preview as if at the page's own address, and shows it in a frame of the editor.
            parts.replace = {"frame-ancestors": [SELF]}
        return parts
