from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Min, Q
from wagtail.models import Page

from mentoring.mentions.enums import MentionState, ReadState

if TYPE_CHECKING:
    from mentoring.mentions.models import FileText, PersonMention  # noqa: F401 – named in base classes

#: A thing by its content type and number.
Key = tuple[int, int]


def by_kind(keys: Iterable[Key]) -> dict[int, set[int]]:
    """The numbers of each content type."""
    found: dict[int, set[int]] = {}
    for kind, number in keys:
        found.setdefault(kind, set()).add(number)
    return found


def rows_by_key(keys: Iterable[Key]) -> dict[Key, Any]:
    """The stored rows with these keys, in a query for each kind; those that are gone are left out."""
    found: dict[Key, Any] = {}
    for kind, numbers in by_kind(keys).items():
        model = ContentType.objects.get_for_id(kind).model_class()
        if model is not None:
            found.update({(kind, pk): row for pk, row in model._default_manager.in_bulk(numbers).items()})
    return found


class MentionQuerySet(models.QuerySet["PersonMention"]):
    """Questions about names in texts."""

    def linked(self) -> MentionQuerySet:
        """Those of which it is known whose name it is."""
        return self.filter(state=MentionState.LINKED)

    def open(self) -> MentionQuerySet:
        """Those that wait for somebody to decide or to mend."""
        return self.filter(state=MentionState.FOUND)

    def waiting(self) -> MentionQuerySet:
        """Places in which a name still stands for visitors: undecided ones, and those that hiding does not reach."""
        return self.filter(Q(state=MentionState.FOUND) | Q(state=MentionState.LINKED) & ~Q(places=""))

    def of_person(self, person: models.Model) -> MentionQuerySet:
        """Those of one person."""
        return self.filter(person_kind=ContentType.objects.get_for_model(person), person_id=person.pk)

    def of_things(self, keys: Iterable[Key]) -> MentionQuerySet:
        """Those in these things."""
        chosen = [Q(kind=kind, thing_id__in=numbers) for kind, numbers in by_kind(keys).items()]
        return self.filter(reduce(or_, chosen)) if chosen else self.none()

    def overdue(self, on: date) -> MentionQuerySet:
        """Linked names whose consent has ended and that are not hidden yet."""
        return self.linked().filter(is_covered=False, holds_until__lt=on)


class FileTextQuerySet(models.QuerySet["FileText"]):
    """Questions about the words of files."""

    def unread(self) -> FileTextQuerySet:
        """Those of files in which a name may stand that nobody finds."""
        return self.exclude(state=ReadState.READ)


def overdue_pages(on: date) -> models.QuerySet[Any, Any]:
    """The numbers of pages that are not shown before the names in them are hidden."""
    from mentoring.mentions.models import PersonMention

    kind = ContentType.objects.get_for_model(Page)
    return PersonMention.objects.overdue(on).filter(kind=kind).values("thing_id")


def last_days(pages: Collection[int]) -> dict[int, date]:
    """The last day on which the names linked to pages (numbers) may stand."""
    from mentoring.mentions.models import PersonMention

    kind = ContentType.objects.get_for_model(Page)
    ending = PersonMention.objects.linked().filter(kind=kind, thing_id__in=pages, is_covered=False)
    rows = ending.exclude(holds_until=None).order_by().values_list("thing_id").annotate(Min("holds_until"))
    return dict(rows)
