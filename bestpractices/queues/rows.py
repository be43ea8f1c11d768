"""The rows of the queues: what waits, until when, who holds it, what is new since the reader's last look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bestpractices.practices.models import PracticePage
from bestpractices.review.enums import State
from bestpractices.review.looks import Look
from bestpractices.review.models import StageState
from bestpractices.review.returned import after_a_return
from bestpractices.review.standing import last_stages, standing_after
from bestpractices.scoring.enums import ReviewStatus
from bestpractices.scoring.models import ExpertReview
from cms.accounts.people import name_of
from cms.accounts.territory import User
from cms.wording import counted

#: From how many days before its end a term is amber.
SOON = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A due date as a traffic light: ``kind`` is good, warn or error, ``words`` say the same."""

    kind: str
    words: str


def term(due_on: date, today: date) -> Term:
    """«до 27 ноября», «осталось 2 дня», «срок вышел 3 дня назад»."""
    days = (due_on - today).days
    if days < 0:
        return Term("error", _("срок вышел %(days)s назад") % {"days": counted(-days, "день", "дня", "дней")})
    if days == 0:
        return Term("warn", _("срок сегодня"))
    if days <= SOON:
        return Term("warn", _("осталось %(days)s") % {"days": counted(days, "день", "дня", "дней")})
    return Term("good", _("до %(day)s") % {"day": date_format(due_on, "j E")})


@dataclass(frozen=True, slots=True)
class Row:
    """One practice in a queue."""

    title: str
    url: str
    place: str
    state: str
    term: Term | None
    readers: str
    news: str
    news_url: str = ""


def stage_rows(stages: Iterable[StageState], user: User) -> list[Row]:
    """Rows of practices at their stages, in a constant number of queries."""
    found = list(stages)
    mine, readers = _looks([stage.page_id for stage in found], user)
    return [_row(stage, user, mine.get(stage.page_id), readers.get(stage.page_id, [])) for stage in found]


def _row(stage: StageState, user: User, look: Look | None, readers: list[str]) -> Row:
    page = stage.page
    news, news_url = "", ""
    if look is None:
        news = _("вы ещё не открывали")
    elif look.revision_id != stage.revision_id:
        news = _("текст изменился с прошлого раза")
        news_url = reverse("practice_difference", args=[page.pk, look.revision_id or 0, stage.revision_id])
    return Row(
        title=page.title,
        url=reverse("practice_review", args=[page.pk]),
        place=", ".join(str(part) for part in (page.organisation, page.municipality) if part),
        state=str(stage.get_stage_display()),
        term=term(stage.due_on, timezone.localdate()),
        readers=", ".join(readers),
        news=news,
        news_url=news_url,
    )


def own_rows(practices: Iterable[PracticePage], user: User) -> list[Row]:
    """The practices of those who write, with the state of each and what this very reader has to do about it."""
    found = list(practices)
    last = last_stages(found)
    rows = []
    for practice in found:
        now = standing_after(practice, last.get(practice.pk))
        stage = now.stage if now.is_under_review else None
        url_name = "practice_review" if now.stage or practice.live else "wagtailadmin_pages:edit"
        rows.append(
            Row(
                title=practice.draft_title or practice.title,
                url=reverse(url_name, args=[practice.pk]),
                place=str(practice.organisation or ""),
                state=str(now.state.label),
                term=term(stage.due_on, timezone.localdate()) if stage else None,
                readers="",
                news=after_a_return(practice, now.stage, user) if now.state == State.RETURNED else "",
            )
        )
    return rows


def expert_rows(reviews: Iterable[ExpertReview], hides_author: bool) -> list[Row]:
    """What an expert has been asked to score; nothing there names the author where that is hidden."""
    today = timezone.localdate()
    return [
        Row(
            title=review.state.page.title,
            url=reverse("practice_score", args=[review.pk]),
            place="" if hides_author else str(review.state.page.municipality or ""),
            state=str(review.get_status_display()),
            term=term(review.due_on, today) if review.status == ReviewStatus.ASKED else None,
            readers="",
            news=_("расхождение оценок: вы третий эксперт") if review.is_third else "",
        )
        for review in reviews
    ]


def _looks(page_ids: list[int], user: User) -> tuple[dict[int, Look], dict[int, list[str]]]:
    """The user's own last looks, and the names of those who are reading now, by page id."""
    looks: Any = Look.objects.filter(page__in=page_ids).select_related("user")
    since = timezone.now() - timedelta(minutes=10)
    mine: dict[int, Look] = {}
    readers: dict[int, list[str]] = {}
    for look in looks:
        if look.user_id == user.pk:
            mine[look.page_id] = look
        elif look.at >= since:
            readers.setdefault(look.page_id, []).append(name_of(look.user))
    return mine, readers
