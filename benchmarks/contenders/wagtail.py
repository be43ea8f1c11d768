"""Wagtail's own search on its database backend (FTS5 on SQLite): `search()` and one `facet()` a facet."""

from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL

from benchmarks.contenders.answer import Answer
from benchmarks.contenders.flat_facets import FIELDS, MANY, Codes
from benchmarks.models import Entry
from benchmarks.queries import Asked


class Wagtail:
    """Each facet that is chosen in is counted by a second search without its own filter."""

    name = "Wagtail"
    words = "Wagtail's database backend: search() with a facet() for each facet; no word forms, no mending"
    may_be_slow = True

    def __init__(self) -> None:
        self._backend = get_search_backend()
        self._codes = Codes()

    def can(self, asked: Asked) -> bool:
        return not asked.is_mistyped

    def agrees(self, asked: Asked) -> bool:
        return not asked.has_text  # its words are other words

    def answer(self, asked: Asked) -> Answer:
        results = self._search(asked)
        total = results.count()
        last = max(1, -(-total // asked.query.page_size))
        start = (min(asked.query.page, last) - 1) * asked.query.page_size
        hits = tuple(entry.pk for entry in results[start : start + asked.query.page_size])
        facets = {}
        for facet, field in FIELDS.items():
            scope = self._search(asked, but=facet) if facet in asked.query.filters else results
            facets[facet] = self._codes.counts(facet, scope.facet(Entry._meta.get_field(field).attname))
        return Answer(total, hits, facets)

    def _search(self, asked: Asked, but: str = ""):  # type: ignore[no-untyped-def]  # Wagtail's are not typed
        return self._backend.search(
            asked.query.text or MATCH_ALL, self._filtered(asked, but), order_by_relevance=asked.has_text
        )

    def _filtered(self, asked: Asked, but: str) -> QuerySet[Entry]:
        entries = Entry.objects.all()
        for facet, codes in asked.query.filters.items():
            if facet == but:
                continue
            keys, field = self._codes.keys(facet, codes), FIELDS[facet]
            if facet in MANY:
                # A join would count an entry once for each of its chosen values.
                through = getattr(Entry, field).through._default_manager
                target = getattr(Entry, field).field.m2m_reverse_field_name()
                entries = entries.filter(pk__in=through.filter(**{f"{target}__in": keys}).values("entry_id"))
            else:
                entries = entries.filter(**{f"{field}__in": keys})
        return entries
