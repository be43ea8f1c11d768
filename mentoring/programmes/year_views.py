"""«Циклограмма года»: the page for everybody, and its files for calendars."""

from __future__ import annotations

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.appearance.pieces import Crumb
from cms.branches.building import region_home
from cms.pages.sections import section_url
from cms.sharing.address import site_root
from cms.sharing.kept import kept
from mentoring.programmes.calendars import calendar_feed
from mentoring.programmes.cyclogram import cyclogram
from mentoring.programmes.enums import StartMonth
from mentoring.programmes.models import ProgrammeIndexPage
from mentoring.programmes.responses import KEEP
from mentoring.programmes.year import starts, year_to_show


@require_safe
def cyclogram_of_year(request: HttpRequest) -> HttpResponse:
    """What is due in each month of the school year, and which document comes of it."""
    today = timezone.localdate()
    year = year_to_show(today)
    usual, *others = starts(year, today)
    context = {
        "year": year,
        "usual": usual,
        "others": others,
        "programmes_url": section_url(ProgrammeIndexPage, region_home(), request),
        "crumbs": (Crumb(_("Циклограмма года")),),
    }
    return render(request, "mentoring/programmes/year.html", context)


@require_safe
def calendar_of_year(request: HttpRequest, start: int) -> HttpResponseBase:
    """The calendar of those who begin in this month as ICS; the same bytes all year, who has it already hears 304."""
    if start not in StartMonth.values:
        raise Http404
    year, url = year_to_show(timezone.localdate()), site_root() + reverse("cyclogram")
    since = timezone.make_aware(datetime.combine(year.begins, datetime.min.time()))
    name = _("Циклограмма года: начало – %(start)s") % {"start": StartMonth(start).label}
    body = calendar_feed(uuid5(NAMESPACE_URL, f"{url}{start}"), name, cyclogram(year, StartMonth(start)), since, url)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ciklogramma-{start}.ics"'
    return kept(request, response, KEEP)
