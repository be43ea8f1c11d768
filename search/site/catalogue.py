"""«Поиск по сайту» as a search with facets, and what lies beside its results."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.acts.asking import asked
from cms.acts.written_days import readable_days
from cms.pages.listing import NEW, ORDER_WORDS
from cms.wording import grouped
from search.faceted.address import Search
from search.faceted.catalogue import Catalogue, Words
from search.faceted.nothing import Way
from search.faceted.sentence import voice
from search.interface import RELEVANCE, Engine, Query, Result
from search.mentors.catalogue import search_for
from search.mentors.schema import KIND as MENTOR
from search.site.above import above
from search.site.cards import page_cards
from search.site.facets import facet_named
from search.site.schema import KIND, PAGES
from search.site.vocabulary import PageVocabulary

ORDERS: dict[str, Words] = {RELEVANCE: gettext_lazy("подходящие"), **ORDER_WORDS}


def also(engine: Engine, search: Search, result: Result, vocabulary: PageVocabulary, base: str) -> list[Way]:
    """Without conditions, what can be found here; beside conditions, the mentors who are found by the same words."""
    if search.conditions and not (search.text and search.chosen):
        return []
    ways = [] if search.conditions else _kinds(result, vocabulary, base)
    total = engine.search(MENTOR, Query(search.text, literal=search.exact, page_size=1, counts=())).total
    if total:
        mentors = search_for(search.text, exact=search.exact)
        ways.append(Way(_("Наставники"), mentors.url(reverse("mentor-search")), grouped(total)))
    return ways


def _kinds(result: Result, vocabulary: PageVocabulary, base: str) -> list[Way]:
    counts = result.facets["kind"]
    found = [code for code in vocabulary.kinds if counts.get(code)]
    return [Way(vocabulary.kinds[code], f"{base}?{urlencode({'kind': code})}", grouped(counts[code])) for code in found]


SITE = Catalogue(
    kind=KIND,
    facets=tuple(facet_named(name) for name in ("kind", "district", "year")),
    voice=voice(
        (gettext_lazy("материал"), gettext_lazy("материала"), gettext_lazy("материалов")),
        gettext_lazy("На сайте пока нет материалов"),
    ),
    orders=ORDERS,
    wordless=NEW,
    cards=page_cards,
    card_template="search/faceted/page_card.html",
    also=also,
    above=above,
    above_template="search/site/above.html",
    scope={"role": (PAGES,)},
    is_indexed=False,
    asked=asked,
    readable=readable_days,
)
