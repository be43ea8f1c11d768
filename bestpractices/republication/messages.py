"""What a source says to its copies, here or, later, in another installation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from bestpractices.republication.documents import Document
from bestpractices.republication.documents.document import InvalidDocument, digest, unpacked


@dataclass(frozen=True, slots=True)
class Message:
    """«The page is now this» or, without content, «the page is withdrawn»; later numbers overrule earlier ones."""

    source_id: UUID
    sequence: int
    content: dict[str, Any] | None = None
    #: Of everything in ``content``, as ``digest`` counts it.
    checksum: str = ""

    def read(self) -> Document | None:
        """The document inside, None for a withdrawal; raises ``InvalidDocument`` where the hash does not fit."""
        if self.content is None:
            return None
        document = unpacked(self.content)
        if digest(self.content) != self.checksum or document.source.id != self.source_id:
            raise InvalidDocument(_("Контрольная сумма не сходится: слова изменили в пути. Пришлите сообщение заново."))
        return document


#: Makes a message with this number.
Numbered = Callable[[int], Message]


def update(document: Document, sequence: int) -> Message:
    """The message of a new version."""
    content = document.packed()
    return Message(document.source.id, sequence, content, digest(content))


def withdrawal(source_id: UUID, sequence: int) -> Message:
    """The message that the page is no longer given."""
    return Message(source_id, sequence)
