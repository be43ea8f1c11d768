"""What duets have done by themselves: publication at the named hour, pages that lost a consent, mails about months."""

from __future__ import annotations

import logging
from datetime import date, time, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.enums import Role
from cms.actions import Refused
from cms.mailing.addresses import absolute_of
from cms.territories.models import Municipality
from cms.work.periodic import periodic
from mentoring.duets.actions.publishing import PublishDuet
from mentoring.duets.enums import ProjectState
from mentoring.duets.letters import alarm, duty_addresses, editors_of
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, month_words, shifted
from mentoring.duets.receivers import take_down_without_consent

logger = logging.getLogger(__name__)

#: From this day of the month on the next month should have its duet.
LOOK_AHEAD_FROM = 15


@periodic(every=timedelta(minutes=5), label=gettext_lazy("Дуэты: публикация в назначенный час"))
def publish_due_duets() -> None:
    """Publish what was scheduled and is ready; what is not goes back to its editor with the reasons."""
    for project in DuetProject.objects.due_for_publication(timezone.now()):
        try:
            PublishDuet(project, None).execute()
        except Refused as refusal:
            logger.warning("duet %s stays unpublished: %s", project.pk, refusal)
            DuetProject.objects.filter(pk=project.pk).update(state=ProjectState.APPROVED, publish_at=None)
            subject = _("Дуэт не вышел: %(month)s") % {"month": month_words(project.month)}
            body = f"{refusal}\n\n{absolute_of('duet_desk', project.pk)}\n"
            alarm(project.municipality, editors_of(project), subject, body, f"held.{project.pk}.{timezone.localdate()}")


@periodic(every=timedelta(hours=1), label=gettext_lazy("Дуэты: страницы без согласия"))
def take_down_interviews_without_consent() -> None:
    """Unpublish every interview whose consents are over; visitors do not see it even before."""
    take_down_without_consent()


@periodic(every=timedelta(days=1), at=time(7, 30), label=gettext_lazy("Дуэты: пустые и запаздывающие месяцы"))
def alarm_about_months() -> None:
    """Write to the editors of empty months and late duets, once a month about each."""
    today = timezone.localdate()
    for municipality in Municipality.objects.active().filter(appointments__role=Role.EDITOR).distinct():
        _alarm_if_empty(municipality, today)
    for project in DuetProject.objects.late(today).since(shifted(first_of_month(today), -1)).with_duet():
        subject = _("Дуэт запаздывает: %(month)s") % {"month": month_words(project.month)}
        state = _("Состояние: %(state)s.") % {"state": project.get_state_display()}
        body = f"{state}\n\n{absolute_of('duet_desk', project.pk)}\n"
        alarm(project.municipality, editors_of(project), subject, body, f"late.{project.pk}.{today:%Y-%m}")


def _alarm_if_empty(municipality: Municipality, today: date) -> None:
    month = first_of_month(today)
    months = [month, shifted(month, 1)] if today.day >= LOOK_AHEAD_FROM else [month]
    for one in months:
        if not DuetProject.objects.under_way().of_place(municipality).of_month(one).exists():
            subject = _("Месяц без дуэта: %(month)s, %(place)s") % {
                "month": month_words(one),
                "place": municipality.name,
            }
            body = _("На этот месяц ещё нет дуэта. Кого спросить, подскажет год дуэтов сайта «%(site)s»:") % {
                "site": settings.WAGTAIL_SITE_NAME
            }
            body = f"{body}\n\n{absolute_of('duet_year')}?place={municipality.code}\n"
            alarm(municipality, duty_addresses(municipality), subject, body, f"empty.{one:%Y-%m}")
