"""A message between installations as a file: what it must be before anything in it is believed."""

from __future__ import annotations

import json
from typing import IO, Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field, ValidationError

from bestpractices.republication.documents.blocks import Part
from bestpractices.republication.documents.document import InvalidDocument, words_of
from bestpractices.republication.messages import Message

#: Bytes. A page is text, its files travel beside it; the longest practice of the demo takes 20 kB.
MOST = 5 * 1024 * 1024
#: What the column of a number holds.
LAST_NUMBER = 2**31 - 1


class Envelope(Part):
    """The published form of a message; ``content`` is null in a withdrawal."""

    source_id: UUID
    sequence: Annotated[int, Field(ge=1, le=LAST_NUMBER, strict=True)]
    content: dict[str, Any] | None
    checksum: str = ""


def sealed(message: Message) -> str:
    """The message as the text of a file."""
    envelope = Envelope(
        source_id=message.source_id, sequence=message.sequence, content=message.content, checksum=message.checksum
    )
    return envelope.model_dump_json(indent=1) + "\n"


def opened(file: IO[bytes]) -> Message:
    """The message in a file; raises ``InvalidDocument`` with words for whoever brought it."""
    raw = file.read(MOST + 1)
    if len(raw) > MOST:
        raise InvalidDocument(_("Файл больше 5 МБ: одна страница столько не занимает. Проверьте, тот ли это файл."))
    try:
        envelope = Envelope.model_validate(_json(raw))
    except ValidationError as error:
        raise InvalidDocument(words_of(error)) from error
    message = Message(envelope.source_id, envelope.sequence, envelope.content, envelope.checksum)
    message.read()
    return message


def _json(raw: bytes) -> Any:
    try:
        value = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidDocument(_("Файл не текстовый: сообщение пишется в JSON, в кодировке UTF-8.")) from error
    except RecursionError as error:
        raise InvalidDocument(_("Файл устроен слишком сложно: это не сообщение о странице.")) from error
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise InvalidDocument(
            _("Файл оборван или испорчен: не читается строка %(line)d. Пришлите его заново.") % {"line": line}
        ) from error
    if not isinstance(value, dict):
        raise InvalidDocument(_("Это не сообщение о странице: в файле другой порядок данных."))
    if b"\\u0000" in raw:
        raise InvalidDocument(_("В словах есть знак, который нельзя хранить. Пришлите файл заново."))
    return value
