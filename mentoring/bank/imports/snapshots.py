"""What an entry says now (its draft where one waits), and what a row would change in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Field as ModelField

from cms.choice_list import ChoiceListField
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.people import name_key
from mentoring.bank.imports.rows import ReadRow
from mentoring.bank.imports.values.words import clean_lines
from mentoring.bank.imports.verdicts import Change, Place
from mentoring.bank.models import Mentor

RELATIONS = ("audiences", "subjects", "directions")
#: Fields of an entry that a file may change, in the order of the form.
FIELDS = (
    "person",
    "is_minor",
    "position",
    "experience_band",
    "category",
    "special_categories",
    "mentee_experience",
    "mentee_categories",
    "forms",
    "kinds",
    "meetings",
    "places_total",
    "about",
    "honours",
    "is_honoured",
    "case_title",
    "case_url",
    "email",
    "phone",
    "page_url",
)
NAMES = ("last_name", "first_name", "patronymic")
Snapshot = dict[str, Any]
_BATCH = 400


def has_draft(mentor: Mentor) -> bool:
    """Whether the entry's newest text waits in a revision and not in the row."""
    return bool(mentor.has_unpublished_changes and mentor.latest_revision_id)


def snapshot(mentor: Mentor) -> Snapshot:
    """The values that a file is compared with; reads the prefetched relations."""
    if has_draft(mentor):
        return _draft_snapshot(mentor.latest_revision.content)
    return _row_snapshot(mentor)


def _row_snapshot(mentor: Mentor) -> Snapshot:
    found: Snapshot = {name: getattr(mentor, name) for name in (*NAMES, *FIELDS, "of_age_confirmed")}
    found["organisation"] = mentor.organisation_id
    found.update({name: tuple(sorted(thing.pk for thing in getattr(mentor, name).all())) for name in RELATIONS})
    found["portfolio"] = tuple((link.title, link.url) for link in mentor.portfolio_links.all())
    return found


def row_is_newest(mentor: Mentor) -> bool:
    """Whether the entry's row says what its draft says, so that publishing the row loses nothing."""
    return not has_draft(mentor) or _row_snapshot(mentor) == _draft_snapshot(mentor.latest_revision.content)


def _draft_snapshot(content: dict[str, Any]) -> Snapshot:
    # A draft older than a field has nothing of it.
    names = (*NAMES, *FIELDS, "of_age_confirmed")
    found: Snapshot = {name: content.get(name, Mentor._meta.get_field(name).get_default()) for name in names}
    found["organisation"] = content.get("organisation")
    found.update({name: tuple(sorted(content.get(name) or ())) for name in RELATIONS})
    found["portfolio"] = tuple((link["title"], link["url"]) for link in content.get("portfolio_links") or ())
    return found


def load(mentors: Iterable[int]) -> dict[int, Mentor]:
    """The entries with everything that a snapshot reads, in batches that SQLite accepts."""
    keys = sorted(set(mentors))
    loaded: dict[int, Mentor] = {}
    for start in range(0, len(keys), _BATCH):
        found = (
            Mentor.objects.filter(pk__in=keys[start : start + _BATCH])
            .select_related("latest_revision")
            .prefetch_related(*RELATIONS, "portfolio_links")
        )
        loaded.update({mentor.pk: mentor for mentor in found})
    return loaded


def wanted(row: ReadRow, place: Place, now: Snapshot) -> Snapshot:
    """The values that the row asks for and that differ from what the entry says."""
    asked = {name: row.values[name] for name in (*FIELDS, *RELATIONS, "portfolio") if name in row.values}
    different = {name: value for name, value in asked.items() if not _is_same(value, now[name])}
    if place.organisation != now["organisation"]:
        different["organisation"] = place.organisation
    name = row.name
    if name_key(*(now[part] or "" for part in NAMES)) != name_key(name.last, name.first, name.patronymic):
        different.update({"last_name": name.last, "first_name": name.first})
        if name.patronymic:  # a shorter name in the file takes nothing away
            different["patronymic"] = name.patronymic
    if now["of_age_confirmed"] or different.get("is_minor") is False:
        different.pop("is_minor", None)  # age is settled by hand: proved once, or waiting for proof
    return {key: value for key, value in different.items() if key not in NAMES or value != now[key]}


def _is_same(asked: Any, now: Any) -> bool:
    if isinstance(asked, str):
        return clean_lines(asked) == clean_lines(now or "")
    if isinstance(asked, tuple):
        return asked == tuple(now)
    return bool(asked == now)


def changes(different: Snapshot, now: Snapshot, place: Place, directory: Directory) -> tuple[Change, ...]:
    """The differences in the words of the interface."""
    return tuple(
        Change(_label(name), _shown(name, now.get(name), directory), _shown(name, value, directory, place))
        for name, value in different.items()
    )


def _label(name: str) -> str:
    if name == "portfolio":
        name = "portfolio_links"
        return str(Mentor._meta.get_field(name).related_model._meta.verbose_name_plural).capitalize()
    field = Mentor._meta.get_field(name)
    label = str(field.verbose_name) if isinstance(field, ModelField) else name
    return label[:1].upper() + label[1:]


def _shown(name: str, value: Any, directory: Directory, place: Place | None = None) -> str:
    if name == "organisation":
        return place.organisation_name if place else directory.organisation_names.get(value, "")
    if name in RELATIONS:
        return ", ".join(directory.tables[name].names.get(pk, "?") for pk in value or ())
    if name == "portfolio":
        return ", ".join(title for title, _url in value or ())
    field = Mentor._meta.get_field(name)
    if isinstance(field, ChoiceListField):
        return ", ".join(field.labels(value or []))
    if isinstance(value, bool):
        return "да" if value else "нет"
    choices = dict(getattr(field, "flatchoices", ()) or ())
    return str(choices.get(value, "" if value is None else value))
