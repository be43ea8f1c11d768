"""T18: messages that are lost, doubled, shuffled, repeated or altered leave the copy as its source is."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from bestpractices.republication import messages
from bestpractices.republication.documents import Document
from bestpractices.republication.documents.document import InvalidDocument
from bestpractices.republication.enums import CopyMode, CopyState
from bestpractices.republication.messages import Message
from bestpractices.republication.models import Republication
from bestpractices.republication.receiving import receive
from tests.bestpractices.republication.documents import document, section

pytestmark = pytest.mark.django_db

ROUNDS = 20
MESSAGES = 50


def story(source: Any, dice: random.Random) -> list[tuple[Message, Document | None]]:
    """What a source says in its life: new wordings, and now and then a withdrawal."""
    told: list[tuple[Message, Document | None]] = []
    for number in range(2, MESSAGES // 2):
        if dice.random() < 0.1:
            told.append((messages.withdrawal(source.id, number), None))
        else:
            said = document(section("aim", f"Редакция {number}"), source=source)
            told.append((messages.update(said, number), said))
    return told


def spoil(message: Message) -> Message:
    """The same message with other words inside."""
    content = dict(message.content or {})
    content["title"] = "Подменено"
    return replace(message, content=content)


def travelled(told: list[Message], dice: random.Random) -> list[Message]:
    """Lost, doubled, shuffled, altered; the newest one gets through sooner or later."""
    sent = [message for message in told[:-1] for _copy in range(dice.choice([0, 1, 1, 2]))]
    sent += [spoil(message) for message in told if message.content is not None and dice.random() < 0.3]
    sent.append(told[-1])
    dice.shuffle(sent)
    return sent


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_the_copy_ends_as_its_source_is(source: Any, take: Any, seed: int) -> None:
    run(take(source, CopyMode.FOLLOW), random.Random(seed))


def test_one_such_journey(source: Any, take: Any) -> None:
    run(take(source, CopyMode.FOLLOW), random.Random(1914))


def run(copy: Republication, dice: random.Random) -> None:
    first = copy.document
    assert first is not None
    told = story(first.source, dice)
    for message in travelled([message for message, _said in told], dice):
        before = Republication.objects.values().get(pk=copy.pk)
        if message.content is not None and message.content["title"] == "Подменено":
            with pytest.raises(InvalidDocument):
                receive(message)
            assert Republication.objects.values().get(pk=copy.pk) == before, "a refused message changes nothing"
        else:
            receive(message)
    copy.refresh_from_db()
    last = told[-1][1]
    assert copy.sequence == told[-1][0].sequence
    if last is None:
        assert copy.state == CopyState.WITHDRAWN and not copy.content
        return
    waits = copy.updates.waiting().first()
    seen = waits.document if waits is not None else copy.document
    assert seen is not None and seen.sha256 == last.sha256, "shown, or after a withdrawal offered to the editor"
