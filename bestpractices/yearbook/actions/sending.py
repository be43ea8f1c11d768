"""«Отправить в региональный центр»: the edition is frozen, complete practices go to review, the centre is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.review.submitting import SubmitPractice
from bestpractices.yearbook import letters
from bestpractices.yearbook.actions.moving import BookAction, BookRefused
from bestpractices.yearbook.choice import Choice, stored_choice
from bestpractices.yearbook.content import Content
from bestpractices.yearbook.enums import WRITING_STATES, BookState
from bestpractices.yearbook.gathering import gather
from bestpractices.yearbook.models import BookEdition, YearBook
from bestpractices.yearbook.papers import book_paper
from bestpractices.yearbook.presenting import Reader, present
from bestpractices.yearbook.readiness import PracticeReport, chosen_reports, findings, stops
from cms.accounts.territory import User
from cms.actions import Refused


class SendBook(BookAction):
    """Sends the book; ``without_unready`` says that it may go without the practices that cannot.

    Each ticked practice that is complete and past its gate goes into the review by its own action and right.
    """

    log_action = "duet.yearbook.send"
    from_states = WRITING_STATES

    def __init__(self, book: YearBook, user: User | None, *, without_unready: bool = False) -> None:
        super().__init__(book, user)
        self.without_unready = without_unready
        self.sent: list[str] = []
        self.left_out: dict[int, str] = {}
        self.checksum = ""

    def check(self) -> None:
        super().check()
        self.choice = stored_choice(self.thing)
        if found := stops(findings(self.thing, self.choice, timezone.localdate())):
            raise BookRefused(found)
        self.reports = chosen_reports(self.choice)
        self._leave_out({it.practice.pk: it.why_not for it in self.reports if not it.is_there and not it.can_go})

    def apply(self) -> None:
        for report in self.reports:
            if report.can_go:
                self._submit(report)
        self._require_something(self.choice)
        edition = self._freeze(gather(self.thing, self.choice, without=self.left_out))
        self.checksum = edition.checksum
        self.thing.sent_by_id = getattr(self.user, "pk", None)
        self.thing.remark = ""
        self.move(BookState.SENT)
        letters.tell_centre(self.thing, list(self.left_out.values()))

    def log_data(self) -> dict[str, Any]:
        return {"checksum": self.checksum, "practices": self.sent, "left_out": list(self.left_out.values())}

    def _leave_out(self, unready: dict[int, str]) -> None:
        self.left_out |= unready
        if self.left_out and not self.without_unready:
            ask = _("Эти практики ещё не готовы к проверке. Допишите их или отметьте, что сборник уходит без них.")
            raise BookRefused([ask, *self.left_out.values()])

    def _submit(self, report: PracticeReport) -> None:
        """Send one practice by the review's own action; what it refuses stays out of the book."""
        try:
            with transaction.atomic():
                SubmitPractice(report.practice, self.user).execute()
        except (Refused, PermissionDenied) as refusal:
            self._leave_out({report.practice.pk: f"«{report.title}»: {refusal}"})
        else:
            self.sent.append(report.title)

    def _require_something(self, choice: Choice) -> None:
        """A third part that would be empty without the practices that stay has to be explained."""
        nothing_stays = choice.practices and len(self.left_out) == len(choice.practices)
        if nothing_stays and not choice.words["practices_words"].strip():
            raise BookRefused(_("Без этих практик часть 3 пуста. Напишите в ней, почему практик нет."))

    def _freeze(self, content: Content) -> BookEdition:
        now = timezone.now()
        view = present(self.thing, content, Reader.STAFF, timezone.localdate(now))
        last = self.edition
        return BookEdition.objects.create(
            book=self.thing,
            number=last.number + 1 if last else 1,
            content=content.model_dump(mode="json"),
            checksum=book_paper(replace(view, sent_at=now)).checksum,
            sent_at=now,
            sent_by_id=getattr(self.user, "pk", None),
        )
