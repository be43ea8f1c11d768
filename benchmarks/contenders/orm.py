"""django-filter over the ORM, and one GROUP BY for each facet: what most sites begin with."""

from collections.abc import Iterable

import django_filters
from django.db.models import Count, QuerySet
from django.http import QueryDict

from benchmarks.contenders.answer import Answer
from benchmarks.contenders.flat_facets import FIELDS, Codes
from benchmarks.models import Choice, Entry
from benchmarks.queries import Asked
from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, Subject


def _by_code(field: str, entries: type, facet: str = "") -> django_filters.ModelMultipleChoiceFilter:
    values = entries._default_manager.filter(facet=facet) if facet else entries._default_manager.all()  # type: ignore[attr-defined]
    return django_filters.ModelMultipleChoiceFilter(field_name=f"{field}__code", to_field_name="code", queryset=values)


class _OneOf(django_filters.BaseInFilter, django_filters.CharFilter):
    """Any of several plain values."""


class EntryFilter(django_filters.FilterSet):
    """The facets as a filter set."""

    district = _by_code("district", Municipality)
    organisation = _by_code("organisation", Organisation)
    subject = _by_code("subjects", Subject)
    direction = _by_code("directions", Direction)
    audience = _by_code("audiences", Audience)
    form = _by_code("forms", Choice, "forms")
    meeting = _by_code("meetings", Choice, "meetings")
    category = _OneOf(field_name="category", lookup_expr="in")
    experience = _OneOf(field_name="experience", lookup_expr="in")
    places = django_filters.CharFilter(method="with_places")

    class Meta:
        model = Entry
        fields: list[str] = []

    def with_places(self, entries: QuerySet[Entry], name: str, value: str) -> QuerySet[Entry]:
        return entries.filter(has_place=True)


PLAIN = frozenset({"category", "experience"})


class Orm:
    """Text stays unanswered: SQLite folds the case of Latin letters alone, and knows no word forms."""

    name = "django-filter"
    words = "django-filter and GROUP BY over a flat table with an index on every column; no text"
    may_be_slow = True

    def __init__(self) -> None:
        self._codes = Codes()

    def can(self, asked: Asked) -> bool:
        return not asked.has_text

    def agrees(self, asked: Asked) -> bool:
        return True

    def answer(self, asked: Asked) -> Answer:
        found = self._filtered(asked)
        total = found.count()
        last = max(1, -(-total // asked.query.page_size))
        start = (min(asked.query.page, last) - 1) * asked.query.page_size
        hits = tuple(entry.pk for entry in found[start : start + asked.query.page_size])
        return Answer(total, hits, {facet: self._counts(asked, facet) for facet in FIELDS})

    def _counts(self, asked: Asked, facet: str) -> dict[str, int]:
        field = FIELDS[facet]
        scope = self._filtered(asked, but=facet).order_by()
        rows: Iterable[tuple[object, int]]
        if scope.query.distinct:  # several values of one facet: count each entry once
            scope = Entry.objects.filter(pk__in=scope.values("pk")).order_by()
        rows = scope.values_list(field).annotate(entries=Count("pk"))
        return self._codes.counts(facet, dict(rows))

    def _filtered(self, asked: Asked, but: str = "") -> QuerySet[Entry]:
        data = QueryDict(mutable=True)
        for facet, codes in asked.query.filters.items():
            if facet != but:
                data.setlist(facet, [",".join(codes)] if facet in PLAIN else list(codes))
        filters = EntryFilter(data, queryset=Entry.objects.all())
        # An unknown code makes the form invalid; here it finds nothing.
        return filters.qs if filters.is_valid() else Entry.objects.none()
