"""One Content-Security-Policy for visitors, a wider one for the admin."""

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse


def is_preview(request: HttpRequest) -> bool:
    """Whether Wagtail asks for the page from inside, for the frame of an edit form; nobody outside can set this flag.

    Its answer gets its headers at the page's own address, before the admin's address is looked at.
    """
    return bool(getattr(request, "is_dummy", False))


class ContentSecurityMiddleware(CSPMiddleware):
    """Adds the policy that fits the address; a public page runs no inline script or style."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if is_preview(request):
            return PolicyParts(parts.config, parts.update, {"frame-ancestors": [SELF]}, parts.nonce)
        if not report_only and request.path_info.startswith(reverse("wagtailadmin_home")):
            return PolicyParts(settings.ADMIN_CONTENT_SECURITY_POLICY, parts.update, parts.replace, parts.nonce)
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response = super().process_response(request, response)
        if is_preview(request):
            response["X-Frame-Options"] = "SAMEORIGIN"
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
