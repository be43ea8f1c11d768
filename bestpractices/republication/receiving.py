"""What a message of a source does to the copies: each newer number once, older and repeated ones not at all."""

from __future__ import annotations

from django.db import transaction

from bestpractices.republication.documents import Document
from bestpractices.republication.enums import CopyMode, CopyState, UpdateState
from bestpractices.republication.files import files_of
from bestpractices.republication.messages import Message
from bestpractices.republication.models import Republication, SourceUpdate
from bestpractices.republication.showing import show, withdraw
from bestpractices.republication.telling import tell_of_update, tell_of_withdrawal


@transaction.atomic
def receive(message: Message) -> int:
    """Bring the copies of the message's source up to it; returns how many listened.

    Raises ``InvalidDocument``, and changes nothing, where the content does not fit its hash or the schema.
    """
    document = message.read()
    heard = 0
    for copy in Republication.objects.select_for_update().of_source(message.source_id):
        if message.sequence <= copy.sequence:
            continue
        copy.sequence = message.sequence
        copy.save(update_fields=["sequence"])
        heard += 1
        if document is None:
            _withdraw(copy)
        elif copy.mode != CopyMode.DETACHED and document.sha256 != copy.seen_sha256:
            _offer(copy, document)
    return heard


def _withdraw(copy: Republication) -> None:
    """The copy goes whatever its mode: what was withdrawn may be somebody's consent."""
    if copy.state == CopyState.CURRENT:
        tell_of_withdrawal(copy)
        withdraw(copy)


def _offer(copy: Republication, document: Document) -> None:
    copy.updates.waiting().update(state=UpdateState.SUPERSEDED, content={})
    update = SourceUpdate.objects.create(
        republication=copy, sequence=copy.sequence, content=document.packed(), sha256=document.sha256
    )
    update.files.set(files_of(document))
    if copy.mode == CopyMode.FOLLOW and copy.state == CopyState.CURRENT:
        show(copy, document)
        update.state = UpdateState.ACCEPTED
        update.accepted_sections = [section.key for section in document.sections]
        update.save(update_fields=["state", "accepted_sections"])
    else:
        tell_of_update(update)
