"""«Сроки этого месяца»: what the cyclogram asks of the month, on the homes of the region and of municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.pages.home_panels import Home, HomePanel
from mentoring.programmes.cyclogram import Deed, deeds_of_month
from mentoring.programmes.enums import StartMonth
from mentoring.programmes.models import ProgrammePage
from mentoring.school_years import school_year_of

IN_MONTH = (
    gettext_lazy("в январе"),
    gettext_lazy("в феврале"),
    gettext_lazy("в марте"),
    gettext_lazy("в апреле"),
    gettext_lazy("в мае"),
    gettext_lazy("в июне"),
    gettext_lazy("в июле"),
    gettext_lazy("в августе"),
    gettext_lazy("в сентябре"),
    gettext_lazy("в октябре"),
    gettext_lazy("в ноябре"),
    gettext_lazy("в декабре"),
)


@dataclass(frozen=True, slots=True)
class MonthWork:
    """The work of a month for those who began in a certain month; without a start it is everybody's."""

    start: str
    deeds: tuple[Deed, ...]


def deadlines_of_the_month(request: HttpRequest, home: Home) -> HomePanel | None:
    """The panel of the home page; None in a month without work, or where no programme of the year is published."""
    today = timezone.localdate()
    work = work_of_month(home, today)
    if not work:
        return None
    title = _("Сроки %(month)s") % {"month": IN_MONTH[today.month - 1]}
    return HomePanel(title, "mentoring/programmes/home_panel.html", work, reverse("cyclogram"), _("Циклограмма"))


def work_of_month(home: Home, today: date) -> list[MonthWork]:
    """What is under way in the month of a day, by the starts that the published programmes of the year have."""
    year = school_year_of(today)
    programmes = ProgrammePage.objects.published().in_municipality(home.municipality).of_year(year)
    starts = set(programmes.values_list("start", flat=True).order_by())
    found = [MonthWork(str(start.label), deeds_of_month(year, start, today)) for start in StartMonth if start in starts]
    return [work for work in found if work.deeds]
