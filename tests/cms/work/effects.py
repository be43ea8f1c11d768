"""Tasks and jobs that tests ask for; their effect is a row of the outbox."""

from __future__ import annotations

import time

from cms.mailing.models import OutgoingMail
from cms.work.tasks import GiveUp, background


def write(words: str) -> None:
    """An effect without a key: done twice, it is seen twice."""
    OutgoingMail.objects.create(recipient="effects@example.org", subject=words, body="", state="sent")


def written() -> list[str]:
    """All effects, in the order of their words."""
    return sorted(OutgoingMail.objects.filter(recipient="effects@example.org").values_list("subject", flat=True))


@background
def remember(words: str) -> None:
    write(words)


@background
def remember_slowly(words: str) -> None:
    """The first half of the effect, a while, and the second half."""
    write(f"{words} начало")
    time.sleep(0.004)
    write(f"{words} конец")


@background
def stumble(words: str) -> None:
    write(words)
    raise ValueError("сегодня не выходит")


@background
def give_up() -> None:
    raise GiveUp("делать больше нечего")


@background(own_transactions=True)
def remember_by_itself(words: str) -> None:
    write(words)
