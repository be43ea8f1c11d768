"""The school writes its book."""

from __future__ import annotations

from dataclasses import replace

from bestpractices.practices.models import PracticePage
from bestpractices.yearbook.actions.moving import BookAction
from bestpractices.yearbook.choice import Choice, store
from bestpractices.yearbook.enums import WRITING_STATES
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.offers import offered_keys
from cms.accounts.territory import User


class SaveBook(BookAction):
    """Stores words and ticks; what is not on offer to this school is passed over, and ``passed_over`` counts it."""

    log_action = "duet.yearbook.save"
    from_states = WRITING_STATES
    passed_over = 0

    def __init__(self, book: YearBook, user: User | None, choice: Choice) -> None:
        super().__init__(book, user)
        self.choice = choice

    def apply(self) -> None:
        own = allowed(self.thing, self.choice)
        ticked = len(self.choice.materials) + len(self.choice.practices)
        self.passed_over = ticked - len(own.materials) - len(own.practices)
        store(self.thing, own)


def allowed(book: YearBook, choice: Choice) -> Choice:
    """The choice without things of another branch or another school, each thing once."""
    keys = offered_keys(book)
    practices = set(PracticePage.objects.of_organisation(book.organisation).values_list("pk", flat=True))
    materials = {it.key: it for it in choice.materials if it.key in keys}
    return replace(
        choice,
        materials=tuple(materials.values()),
        practices=tuple(pk for pk in dict.fromkeys(choice.practices) if pk in practices),
    )
