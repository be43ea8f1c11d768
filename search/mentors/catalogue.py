"""«Найти наставника» as a search with facets."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.acts.asking import asked
from cms.appearance.pieces import MentorCard
from cms.wording import grouped
from search.faceted.address import Search
from search.faceted.catalogue import Catalogue, Chosen, Vocabulary, Voice
from search.faceted.nothing import Way
from search.interface import RELEVANCE, Engine, Query, Result
from search.mentors import sentence
from search.mentors.cards import cards
from search.mentors.facets import FACETS
from search.mentors.nearest import nearest
from search.mentors.schema import KIND
from search.site.schema import KIND as PAGE
from search.site.schema import PAGES


def _cards(result: Result) -> list[MentorCard]:
    return list(cards(result.hits, result.matched, timezone.localdate()))


def _also(engine: Engine, search: Search, result: Result, vocabulary: Vocabulary, base: str) -> list[Way]:
    """Where nobody is found by these words, what the rest of the site has."""
    if result.total or not search.text:
        return []
    total = engine.search(
        PAGE, Query(asked(search.text), {"role": (PAGES,)}, literal=search.exact, page_size=1, counts=())
    ).total
    address = f"{reverse('site-search')}?{urlencode({'q': search.text})}"
    return [Way(str(_("На остальном сайте")), address, grouped(total))] if total else []


MENTORS = Catalogue(
    kind=KIND,
    facets=FACETS,
    voice=Voice(
        noun=sentence.MENTORS,
        headline=sentence.headline,
        description=sentence.description,
        announcement=sentence.announcement,
        nobody=sentence.nobody,
        give_up_one=_("Уберите одно, и наставники найдутся:"),
        try_words=_("Проверьте, нет ли опечатки, или назовите предмет, тему, школу, фамилию."),
        everything=_("Показать всех"),
    ),
    orders={
        RELEVANCE: _("подходящие"),
        "places": _("с местами"),
        "name": _("по фамилии"),
        "experience": _("опытные"),
    },
    cards=_cards,
    card_template="search/mentors/card.html",
    nearest=nearest,
    also=_also,
)


def search_for(text: str = "", chosen: Chosen | None = None, **state: Any) -> Search:
    """A search for mentors; `state` is what else an address may say."""
    return Search(text, chosen or {}, **state, catalogue=MENTORS)
