"""How much one request may ask for, and what cannot be read in it; a refusal is a sentence that says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

#: Rows of one list inside a form (mentees, steps, tasks), whoever wrote the form.
MOST_ROWS = 200
#: Values of one name: ticked boxes, ids.
MOST_VALUES = 1_000
#: The largest number that the databases keep as an id, and the largest in their small columns.
LARGEST_ID = 2**63 - 1
LARGEST_SMALL = 2**31 - 1

_ROWS = ("-TOTAL_FORMS", "-INITIAL_FORMS")
#: What Wagtail's blocks count by, and reads without a second look.
_BLOCK_NUMBER = re.compile(r".-count|.-\d+-order")
_DIGITS = re.compile(r"[0-9]{10,}")
_REPLACED = "\ufffd"


def unreadable(request: HttpRequest) -> str:
    """Why the body of this form cannot be read as text; empty where it can.

    Raises what Django raises for a body that is too large.
    """
    if request.content_type == "application/x-www-form-urlencoded":
        try:
            text = unquote_to_bytes(request.body).decode("utf-8")
        except UnicodeDecodeError:
            return _broken()
        return _zeros() if "\0" in text else ""
    if int(request.META.get("CONTENT_LENGTH") or 0) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        request.body  # noqa: B018 – kept beside the parsed form, so that both can be compared below
    values = [text for name, found in request.POST.lists() for text in (name, *found)]
    if any("\0" in text for text in values):
        return _zeros()
    replaced = sum(text.count(_REPLACED) for text in values)
    body = getattr(request, "_body", None)
    if replaced and body is not None and body.count(_REPLACED.encode()) < replaced:
        return _broken()
    return ""


def beyond_bounds(data: QueryDict) -> str:
    """Why a form asks for more than a request may; empty where it does not."""
    for name, values in data.lists():
        if len(values) > MOST_VALUES:
            return _("Отмечено больше %(most)d строк. Отметьте меньше и сделайте это в несколько приёмов.") % {
                "most": MOST_VALUES
            }
        if name.endswith(_ROWS) and _number(values[-1]) > MOST_ROWS:
            return _("В одном списке формы больше %(most)d строк. Уберите лишние и сохраните ещё раз.") % {
                "most": MOST_ROWS
            }
    return ""


def is_torn(data: QueryDict) -> bool:
    """Whether a number that Wagtail's blocks are counted by is none."""
    return any(
        _BLOCK_NUMBER.search(name) and not re.fullmatch(r"[0-9]{1,9}", str(data[name]))
        for name in data
        if name.endswith(("-count", "-order"))
    )


def names_no_object(values: Iterable[Any]) -> bool:
    """Whether one of these parts of an address is a number that no object can have as its id."""
    return any(_number(value) > LARGEST_ID for value in values)


def carries_large_number(*sources: Mapping[str, Any] | str) -> bool:
    """Whether a number too large for a column of the database stands in these forms or texts."""
    texts: list[str] = []
    for source in sources:
        if isinstance(source, QueryDict):
            texts += [text for _name, found in source.lists() for text in found]
        else:
            texts.append(str(source))
    return any(_number(digits) > LARGEST_SMALL for text in texts for digits in _DIGITS.findall(text))


def _number(value: Any) -> int:
    """The number that is meant; 0 where it is none, beyond every bound where it has too many digits."""
    if isinstance(value, int):
        return value
    text = str(value).strip()
    if not (text.isascii() and text.isdecimal()):
        return 0
    return int(text) if len(text) <= 30 else 10**30


def _broken() -> str:
    return _("Текст пришёл в кодировке, которую сайт не читает. Откройте форму заново и отправьте её ещё раз.")


def _zeros() -> str:
    return _("В тексте есть нулевой знак, которого не видно. Вставьте текст без форматирования и отправьте ещё раз.")
