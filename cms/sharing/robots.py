"""What search robots are asked: to read the pages by the sitemap, and to leave questions and personal links alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.sharing.address import own_root

#: Nothing here is secret by this list: it only spares the site pages that nobody would look for.
LEFT_ALONE = ("/admin/", "/vhod/", "/api/", "/razgovor/", "/ocenka-praktiki/", "/*?")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """``robots.txt`` of the asked host; each combination of facets is a page, so questions are not followed."""
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in LEFT_ALONE)]
    lines += ["", f"Sitemap: {own_root(request) + reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
