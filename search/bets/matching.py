"""Which places a question leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import DatabaseError
from wagtail.models import Page

from cms.appearance.centre import current_centre
from cms.pages.publicness import public_pages
from cms.schema import is_behind
from cms.wording import NO_BREAK_SPACE
from search.bets.models import BestBet
from search.bets.places import is_place
from search.faceted.vocabulary import VocabularyCache
from search.language.sanitise import clean
from search.language.stems import stems
from search.language.stopwords import telling
from search.language.tokens import words

MOST = 3
CONTACTS = "#kontakty"

Word = frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A link above the results."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bet:
    """A bet as it is kept in the process: its questions as the stems of their telling words."""

    questions: tuple[tuple[Word, ...], ...]
    title: str
    note: str
    page: int | None
    address: str


def read() -> tuple[Bet, ...]:
    """The bets in use, in one query; none while the program is newer than its tables (0.1.0 had none)."""
    try:
        kept = list(BestBet.objects.filter(is_active=True))
    except DatabaseError:
        if not is_behind():
            raise
        return ()
    return tuple(
        Bet(tuple(map(telling_stems, one.phrases)), one.title, one.note, one.page_id, one.address) for one in kept
    )


bets = VocabularyCache(read)


@lru_cache(maxsize=512)
def telling_stems(text: str) -> tuple[Word, ...]:
    """The words of a text that tell something, each as all its stems; little words count where there are no others."""
    typed = words(clean(text))
    return tuple(frozenset(stems(word)) for word in telling(typed) or typed)


def places(text: str) -> list[Place]:
    """Where this question leads, the longest match first; only what every visitor may see."""
    asked = telling_stems(text)
    close = [(max((_close(question, asked) for question in bet.questions), default=0), bet) for bet in bets.current()]
    best = sorted((found for found in close if found[0]), key=lambda found: -found[0])
    return [place for _words, bet in best if (place := _place(bet))][:MOST]


def _close(question: tuple[Word, ...], asked: Iterable[Word]) -> int:
    """How many words of the question were asked, if all of them were and not much else; else 0."""
    known = list(asked)
    if len(known) > 2 * len(question):  # «стать наставником в Ключевском районе» is still the same question
        return 0
    is_whole = all(any(word & other for other in known) for word in question)
    return len(question) if is_whole else 0


def _place(bet: Bet) -> Place | None:
    if bet.page:
        page = public_pages(Page.objects.filter(pk=bet.page)).specific().first()
        url = page.get_url() if page else None
        return Place(bet.title, url, bet.note or getattr(page, "lead", "")) if url else None
    if not is_place(bet.address):
        return None
    return Place(bet.title, bet.address, bet.note or (_contacts() if bet.address.endswith(CONTACTS) else ""))


def _contacts() -> str:
    centre = current_centre()
    return ". ".join(
        words for words in (centre.name, centre.address, centre.phone.replace(" ", NO_BREAK_SPACE)) if words
    )
