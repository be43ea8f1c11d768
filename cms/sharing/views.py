"""The drawn picture of a page."""

from __future__ import annotations

from django.core.cache import cache
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cms import places
from cms.appearance.centre import current_centre
from cms.files.holders import rests_on_a_consent
from cms.pages.publicness import public_pages
from cms.sharing.media import PERSONAL
from cms.sharing.pictures import draw_card, picture_key, place_of

#: How long a picture is kept here and elsewhere, in seconds: its address changes with its words.
KEEP_HERE, KEEP_ELSEWHERE = 3600, 30 * 24 * 3600
FAVICON = places.STATIC / "img" / "favicon.ico"


@require_safe
def favicon(request: HttpRequest) -> FileResponse:
    """The site's sign for what asks by this address alone: papers, calendars, old browsers."""
    response = FileResponse(FAVICON.open("rb"), content_type="image/x-icon")
    patch_cache_control(response, public=True, max_age=KEEP_ELSEWHERE)
    return response


@require_safe
def page_picture(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The picture of a page that every visitor may read; an old address leads to the present one."""
    page = get_object_or_404(public_pages(), pk=pk).specific
    current = picture_key(page)
    if key != current:
        return redirect("page-picture", pk, current)
    centre = current_centre().name
    png = cache.get_or_set(f"picture.{key}", lambda: draw_card(page.title, place_of(page), centre), KEEP_HERE)
    response = HttpResponse(png, content_type="image/png")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # a messenger's page shows it
    if rests_on_a_consent(page):  # the title may name somebody
        patch_cache_control(response, public=True, max_age=PERSONAL, must_revalidate=True)
    else:
        patch_cache_control(response, public=True, max_age=KEEP_ELSEWHERE)
    return response
