"""The parameters of lists of records: what changed, from where, how many, which fields; each mistake in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.open_data.reading import Wanted
from cms.open_data.resources import Resource
from cms.territories.models import Municipality
from search.api.problems import Mistake
from search.language.sanitise import MAX_LENGTH

#: Records of an answer that does not say how many.
USUAL = 50
YEARS = range(2000, 2101)
SELECTING = ("changed_since", "cursor", "limit", "municipality")
_CURSOR = re.compile(r"(?:(?P<moment>[0-9T:.Z-]{10,40})~)?(?P<number>[0-9]{1,18})")
#: «+03:00» whose plus an address has turned into a blank.
_LOST_PLUS = re.compile(r" (?=\d\d:?\d\d$)")

Errors = list[tuple[str, str]]


def selection(params: QueryDict, resource: Resource) -> tuple[Wanted, tuple[str, ...]]:
    """What is wanted and the names of its fields; raises ``Mistake`` (422) with everything that is wrong."""
    errors: Errors = []
    known = {*SELECTING, "fields"}
    errors += [(name[:MAX_LENGTH], _("Такого параметра нет.")) for name in params if name not in known]
    wanted = Wanted(limit=min(USUAL, resource.most))

    def take(name: str, read: Callable[[str], Any], into: str) -> None:
        nonlocal wanted
        if name in params:
            try:
                wanted = replace(wanted, **{into: read(params.get(name, ""))})
            except ValueError as error:
                errors.append((name, str(error)))

    take("limit", lambda said: _number(said, resource.most), "limit")
    take("municipality", _municipality, "municipality")
    take("changed_since", _moment, "since")
    if "cursor" in params:
        try:
            since, after = _place(params.get("cursor", ""))
            if (since is None) != (wanted.since is None):
                raise ValueError(_no_cursor())
            wanted = replace(wanted, since=since, after=after)
        except ValueError as error:
            errors.append(("cursor", str(error)))
    fields = _fields(params, resource.schema.model_fields, errors)
    if errors:
        raise Mistake(HTTPStatus.UNPROCESSABLE_ENTITY, _("В запросе есть ошибки."), errors)
    return wanted, fields


def chosen_fields(params: QueryDict, known: Iterable[str]) -> tuple[str, ...]:
    """The fields that an answer is asked to have; empty means all. Raises ``Mistake`` (422)."""
    errors: Errors = []
    fields = _fields(params, known, errors)
    if errors:
        raise Mistake(HTTPStatus.UNPROCESSABLE_ENTITY, _("В запросе есть ошибки."), errors)
    return fields


def only(item: dict[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    """The item with these fields alone, and always with its number."""
    return {name: value for name, value in item.items() if name == "id" or name in fields} if fields else item


def cursor(place: tuple[datetime | None, int]) -> str:
    """Where the next portion begins, as it stands in an address."""
    moment, number = place
    return f"{moment.isoformat().replace('+00:00', 'Z')}~{number}" if moment else str(number)


def _fields(params: QueryDict, known: Iterable[str], errors: Errors) -> tuple[str, ...]:
    if "fields" not in params:
        return ()
    names = [name.strip() for name in params.get("fields", "").split(",") if name.strip()]
    if not names or set(names) - set(known):
        errors.append(("fields", _("Поля через запятую: %(names)s.") % {"names": ", ".join(known)}))
    return tuple(names)


def _number(said: str, most: int) -> int:
    if not (said.isascii() and said.isdigit() and len(said) <= 4 and 0 < int(said) <= most):
        raise ValueError(_("Сколько записей в ответе: число от 1 до %(most)s.") % {"most": most})
    return int(said)


def _municipality(code: str) -> str:
    if "\0" in code or not Municipality.objects.filter(code=code, is_active=True).exists():
        raise ValueError(_("Муниципалитета с таким кодом нет."))
    return code


def _moment(said: str) -> datetime:
    """The moment; one without an offset is meant in the site's time."""
    try:
        moment = datetime.fromisoformat(_LOST_PLUS.sub("+", said.strip()))
        if moment.year not in YEARS:
            raise ValueError
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
    except (ValueError, OverflowError):
        words = _("Момент по ISO 8601, с годом от 2000 до 2100: 2026-09-01T12:00:00+03:00 или 2026-09-01.")
        raise ValueError(words) from None


def _place(said: str) -> tuple[datetime | None, int]:
    found = _CURSOR.fullmatch(said)
    if found is None or not found["number"].isascii():
        raise ValueError(_no_cursor())
    try:
        return (_moment(found["moment"]) if found["moment"] else None), int(found["number"])
    except ValueError:
        raise ValueError(_no_cursor()) from None


def _no_cursor() -> str:
    return _("Такого места в списке нет: берите адрес следующей порции из links.next, ничего в нём не меняя.")
