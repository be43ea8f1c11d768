"""Keeping a visitor's choice of view, and the living page of the design system."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from cms.appearance import showcase
from cms.appearance.choice import COOKIE, COOKIE_AGE, Appearance
from cms.drafts.policies import no_words_typed


@no_words_typed("a choice of colours")
@csrf_exempt
@require_POST
def keep_appearance(request: HttpRequest) -> HttpResponseBase:
    """Keep the choice in a cookie and bring the visitor back to the page they came from.

    Pages behind personal links send no origin, so a browser that vouches for its own page is believed instead.
    """
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        return _keep(request)
    return csrf_protect(_keep)(request)


def _keep(request: HttpRequest) -> HttpResponse:
    chosen = Appearance.from_cookie(request.COOKIES.get(COOKIE, "")).changed(request.POST.dict())
    if request.headers.get("X-Requested-With") == "fetch":
        response = HttpResponse(status=204)
    else:
        response = HttpResponseRedirect(_way_back(request))
    response.set_cookie(
        COOKIE, chosen.to_cookie(), max_age=COOKIE_AGE, secure=request.is_secure(), httponly=True, samesite="Lax"
    )
    return response


def _way_back(request: HttpRequest) -> str:
    wish = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wish, {request.get_host()}, require_https=request.is_secure())
    return wish if is_ours else "/"


@require_safe
def design_system(request: HttpRequest) -> HttpResponse:
    """Show every component in every state to developers, in the demo, and to staff."""
    if not (settings.DEBUG or settings.DUET_DEMO or request.user.has_perm("wagtailadmin.access_admin")):
        raise PermissionDenied
    return render(request, "design/system.html", showcase.context())
