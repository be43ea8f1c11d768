"""The mails of a duet: to the two with what they have to do, to the editor with what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.enums import Role
from cms.mailing.addresses import absolute_of
from cms.mailing.kinds import register_mail_kind
from cms.mailing.outbox import send_later
from cms.territories.models import Municipality
from cms.wording import sentence
from mentoring.duets.enums import Voice
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.months import month_genitive

TO_SPEAKER = register_mail_kind("duets.speaker", gettext_lazy("Дуэты: участнику интервью"))
TO_EDITOR = register_mail_kind("duets.editor", gettext_lazy("Дуэты: редактору"))
ALARM = register_mail_kind("duets.alarm", gettext_lazy("Дуэты: месяц пуст или запаздывает"))


class Occasion(Enum):
    """Why a mail is written; each has its own paragraph in the template."""

    INVITATION = "invitation"
    NEW_LINK = "new_link"
    ONE_MORE_QUESTION = "one_more_question"
    APPROVAL = "approval"
    DECLINED = "declined"
    BOTH_SENT = "both_sent"
    REMARK = "remark"
    BOTH_APPROVED = "both_approved"


_SUBJECTS = {
    Occasion.INVITATION: gettext_lazy("Приглашаем в «Дуэт» %(month)s"),
    Occasion.NEW_LINK: gettext_lazy("Ваша новая ссылка: «Дуэт» %(month)s"),
    Occasion.ONE_MORE_QUESTION: gettext_lazy("Ещё один вопрос: «Дуэт» %(month)s"),
    Occasion.APPROVAL: gettext_lazy("Прочитайте свои слова: «Дуэт» %(month)s"),
    Occasion.DECLINED: gettext_lazy("Отказ: «Дуэт» %(month)s"),
    Occasion.BOTH_SENT: gettext_lazy("Оба ответили: «Дуэт» %(month)s"),
    Occasion.REMARK: gettext_lazy("Просят поправить: «Дуэт» %(month)s"),
    Occasion.BOTH_APPROVED: gettext_lazy("Слова утверждены обоими: «Дуэт» %(month)s"),
}


def write_to(speaker: Speaker, occasion: Occasion, token: str = "") -> None:
    """Tell one of the two what to do next; nobody is written to who left no address."""
    if speaker.email:
        url = absolute_of("duet-talk", token) if token else ""
        _send([speaker.email], speaker.project, occasion, TO_SPEAKER, speaker, url)


def write_to_editor(project: DuetProject, occasion: Occasion, speaker: Speaker) -> None:
    """Tell whoever runs the duet what one of the two has done."""
    url = absolute_of("duet_desk", project.pk)
    _send(editors_of(project), project, occasion, TO_EDITOR, speaker, url)


def editors_of(project: DuetProject) -> list[str]:
    """The addresses of the person who runs the duet, else of those whose duty it is."""
    if project.responsible is not None and project.responsible.email and project.responsible.is_active:
        return [project.responsible.email]
    return duty_addresses(project.municipality)


def duty_addresses(municipality: Municipality | None) -> list[str]:
    """The editors of a municipality, its coordinators where there are none, and the centre for the region's own."""
    roles = (Role.EDITOR, Role.COORDINATOR) if municipality else (Role.REGIONAL_CENTRE,)
    for role in roles:
        if found := sorted(_appointed(role, municipality)):
            return found
    return []


def _appointed(role: Role, municipality: Municipality | None) -> Iterable[str]:
    users = get_user_model()._default_manager
    return (
        users.filter(is_active=True, appointments__role=role, appointments__municipality=municipality)
        .exclude(email="")
        .values_list("email", flat=True)
        .distinct()
    )


def _send(to: list[str], project: DuetProject, occasion: Occasion, kind: str, speaker: Speaker, url: str) -> None:
    partner = project.by_voice.get(Voice(speaker.voice).other)
    context = {"occasion": occasion.value, "project": project, "speaker": speaker, "partner": partner, "url": url}
    subject = str(_SUBJECTS[occasion]) % {"month": month_genitive(project.month)}
    body = render_to_string("mentoring/duets/mail.txt", context)
    send_later(to, subject, body, kind=kind, reply_to=(editors_of(project) or [""])[0] if kind == TO_SPEAKER else "")


def alarm(municipality: Municipality | None, addresses: list[str], subject: str, body: str, key: str) -> None:
    """Write to the editors of a place about one month, once for every ``key``."""
    place = municipality.code if municipality else "region"
    send_later(addresses, subject, body, kind=ALARM, key=f"duets.{place}.{key}")


def no_address(speaker: Speaker) -> str:
    """What the editor is told where the site cannot send a link."""
    return sentence(_("Почта не указана: передайте ссылку сами. Адресат: %(name)s") % {"name": speaker.name})
