"""What browsers may run: files of ours, and in the admin what Wagtail writes into its pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware

ADMIN = "/admin/"


class PolicyMiddleware(ContentSecurityPolicyMiddleware):
    """Django's own, with a wider policy below the admin."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Put the policy of the place on an answer."""
        if request.path.startswith(ADMIN) and not hasattr(response, "_csp_config"):
            response._csp_config = settings.ADMIN_CSP  # type: ignore[attr-defined]
        return super().process_response(request, response)
