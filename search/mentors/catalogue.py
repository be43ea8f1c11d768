"""«Найти наставника» as a search with facets."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.appearance.pieces import MentorCard
from search.faceted.address import Search
from search.faceted.catalogue import Catalogue, Chosen, Voice
from search.interface import RELEVANCE, Result
from search.mentors import sentence
from search.mentors.cards import cards
from search.mentors.facets import FACETS
from search.mentors.nearest import nearest
from search.mentors.schema import KIND


def _cards(result: Result) -> list[MentorCard]:
    return list(cards(result.hits, result.matched, timezone.localdate()))


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
)


def search_for(text: str = "", chosen: Chosen | None = None, **state: Any) -> Search:
    """A search for mentors; `state` is what else an address may say."""
    return Search(text, chosen or {}, **state, catalogue=MENTORS)
