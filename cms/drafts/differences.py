"""Two people in one form: what the other has changed meanwhile, beside what was typed here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import QueryDict

from cms.drafts.page_forms import Field, PageForm, digest, plain
from cms.drafts.tokens import FormToken

#: Before the name of a field: whose words are taken.
CHOICE = "draft-choice:"
THEIRS = "draft-theirs:"
_ROW = re.compile(r"^(?P<prefix>.+)-(?P<number>\d+)-[^-]+$")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field with both its texts."""

    name: str
    label: str
    theirs: str
    yours: str
    their_values: tuple[str, ...]
    #: Whether the writer of this form touched the field at all.
    is_touched: bool
    is_long: bool
    #: The field itself is gone: its words can only be copied.
    is_gone: bool = False


def differences(token: FormToken, posted: QueryDict, now: PageForm, labels: dict[str, str]) -> list[Difference]:
    """The fields that somebody else has changed since the form was opened, and that would be overwritten."""
    found = [_changed(token, posted, field) for name, field in now.fields.items() if not _is_new_row(name, posted)]
    return [*filter(None, found), *_gone(token, posted, now, labels)]


def _changed(token: FormToken, posted: QueryDict, field: Field) -> Difference | None:
    yours, before, stored = tuple(posted.getlist(field.name)), token.fields.get(field.name), digest(field.values)
    if before == stored or digest(yours) == stored or (before is None and field.name not in posted):
        return None
    return Difference(
        name=field.name,
        label=field.label or field.name,
        theirs=field.words(field.values),
        yours=field.words(yours),
        their_values=field.values,
        is_touched=digest(yours) != before,
        is_long=field.is_long,
    )


def _gone(token: FormToken, posted: QueryDict, now: PageForm, labels: dict[str, str]) -> list[Difference]:
    """Words typed into a field that the other has taken away."""
    gone = []
    for name, before in token.fields.items():
        yours = tuple(posted.getlist(name))
        if name not in now.fields and digest(yours) not in {before, ""}:
            words = ", ".join(labels.get(f"{name}={value}", "") or plain(value) for value in yours)
            gone.append(Difference(name, labels.get(name, ""), "", words, (), True, False, is_gone=True))
    return gone


def _is_new_row(name: str, posted: QueryDict) -> bool:
    """A row that was added here shares its number, and nothing else, with one that was added there."""
    row = _ROW.match(name)
    known = posted.get(f"{row['prefix']}-INITIAL_FORMS", "") if row else ""
    return bool(row and known.isdecimal() and int(row["number"]) >= int(known))


def settled(posted: QueryDict) -> QueryDict:
    """The form with the chosen words in it: the other's where they were chosen."""
    data = posted.copy()
    for name in [name for name in posted if name.startswith(CHOICE)]:
        field = name.removeprefix(CHOICE)
        if posted[name] == "theirs":
            theirs = posted.getlist(THEIRS + field)
            data.setlist(field, theirs) if theirs else data.pop(field, None)
        data.pop(name, None)
        data.pop(THEIRS + field, None)
    return data
