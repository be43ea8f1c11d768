"""Who hears of a step: those who must act next, in that municipality, and the author, whatever the step."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import Move, Stage, State
from bestpractices.review.mails import mail_to, people_who_may
from bestpractices.review.models import Remark
from bestpractices.review.standing import Standing, standing
from bestpractices.review.verdict_rights import ACTS
from cms.mailing.addresses import absolute_of


def tell(practice: PracticePage, move: Move, *, by: Any, reason: str = "") -> None:
    """Write to everybody concerned, in the transaction of the step."""
    now = standing(PracticePage.objects.get(pk=practice.pk))
    authors = _authors(practice, now)
    mail_to(
        [person for person in authors if by is None or person.pk != by.pk], *_to_author(practice, now, move, reason)
    )
    if move in {Move.SUBMIT, Move.APPROVE} and now.is_under_review:
        mail_to(_next_people(practice, now, authors), *_to_reviewer(practice, now))


def _authors(practice: PracticePage, now: Standing) -> list[Any]:
    sender = now.stage.workflow_state.requested_by if now.stage else None
    return list({person.pk: person for person in (practice.owner, sender) if person is not None}.values())


def _next_people(practice: PracticePage, now: Standing, authors: list[Any]) -> list[Any]:
    """Experts are asked one by one (``bestpractices.scoring.notices``)."""
    if now.stage is None or now.state == State.EXPERTS:
        return []
    own = {person.pk for person in authors} | {now.stage.revision.user_id}
    people = people_who_may(ACTS[Stage(now.stage.stage)], practice.municipality_id)
    return [person for person in people if person.pk not in own]


def _to_author(practice: PracticePage, now: Standing, move: Move, reason: str) -> tuple[str, str]:
    subject = _("«%(title)s»: %(state)s") % {"title": practice.title, "state": now.state.label}
    lines = [_("Практика «%(title)s» теперь %(state)s.") % {"title": practice.title, "state": now.state.label}]
    if reason:
        lines.append(_("Причина: %(reason)s") % {"reason": reason})
    if now.is_under_review and now.stage is not None:
        lines.append(_("Срок этапа: %(day)s.") % {"day": f"{now.stage.due_on:%d.%m.%Y}"})
    if move == Move.RETURN:
        remarks = Remark.objects.about(practice).open().told()
        lines += [f"– {remark.get_part_display()}: {remark.words}" for remark in remarks]
    lines += ["", absolute_of("practice_review", practice.pk)]
    return subject, "\n".join(lines)


def _to_reviewer(practice: PracticePage, now: Standing) -> tuple[str, str]:
    subject = _("Ждёт вас: «%(title)s»") % {"title": practice.title}
    body = _("Практика «%(title)s» (%(place)s) ждёт вашего решения до %(day)s.") % {
        "title": practice.title,
        "place": practice.municipality or "",
        "day": f"{now.stage.due_on:%d.%m.%Y}" if now.stage else "",
    }
    return subject, f"{body}\n\n{absolute_of('practice_review', practice.pk)}"
