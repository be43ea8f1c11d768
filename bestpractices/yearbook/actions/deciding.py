"""What becomes of a book that was sent: the centre accepts it or returns it, the school takes it back."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from bestpractices.yearbook import letters
from bestpractices.yearbook.actions.moving import BookAction, BookRefused
from bestpractices.yearbook.enums import HANDED_OVER_STATES, BookState
from bestpractices.yearbook.models import YearBook
from cms.accounts.territory import User


class DecideBook(BookAction):
    """The centre decides about exactly the edition (primary key) that was before its eyes."""

    permission = "approve"
    from_states = frozenset({BookState.SENT})
    to_state: BookState

    def __init__(self, book: YearBook, user: User | None, seen: int | None, remark: str = "") -> None:
        super().__init__(book, user)
        self.seen, self.remark = seen, remark.strip()

    def check(self) -> None:
        super().check()
        edition = self.edition
        if edition is None or edition.pk != self.seen:
            raise BookRefused(_("Пока вы читали, школа прислала другую редакцию. Откройте сборник заново."))

    def apply(self) -> None:
        self.thing.decided_by_id = getattr(self.user, "pk", None)
        self.thing.remark = self.remark
        self.move(self.to_state)
        letters.tell_school(self.thing)

    def log_data(self) -> dict[str, Any]:
        edition = self.edition
        return {"note": self.remark, "checksum": edition.checksum if edition else ""}


class AcceptBook(DecideBook):
    """The book is accepted; now the school may put it on its page."""

    log_action = "duet.yearbook.accept"
    to_state = BookState.ACCEPTED


class ReturnBook(DecideBook):
    """The book goes back to the school with a remark; an accepted one leaves the site with this."""

    log_action = "duet.yearbook.return"
    from_states = HANDED_OVER_STATES
    to_state = BookState.RETURNED

    def check(self) -> None:
        super().check()
        if not self.remark:
            raise BookRefused(_("Напишите, что поправить: школа прочтёт именно эти слова."))


class WithdrawBook(BookAction):
    """The school takes the book back, to change it; an accepted one leaves the site with this."""

    log_action = "duet.yearbook.withdraw"
    from_states = HANDED_OVER_STATES

    def __init__(self, book: YearBook, user: User | None, reason: str) -> None:
        super().__init__(book, user)
        self.reason = reason.strip()

    def check(self) -> None:
        super().check()
        if not self.reason:
            raise BookRefused(_("Напишите причину: её прочтёт региональный центр."))

    def apply(self) -> None:
        self.move(BookState.WITHDRAWN)
        letters.tell_centre_of_withdrawal(self.thing, self.reason)

    def log_data(self) -> dict[str, Any]:
        return {"note": self.reason}
