"""What stands above the pages that words find: places that editors chose, the first mentors, sections in a line."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.acts.asking import asked
from cms.appearance.pieces import MentorCard
from cms.wording import counted, grouped
from search.bets.matching import Place, places
from search.faceted.address import Search
from search.interface import Engine, Query
from search.mentors.cards import cards
from search.mentors.catalogue import search_for
from search.mentors.schema import KIND as MENTOR
from search.mentors.sentence import MENTORS
from search.site.organisations import organisations_named
from search.site.schema import KIND, SECTIONS
from search.site.vocabulary import PageVocabulary

FIRST_MENTORS = 3
#: A region has six sections, each of its branches as many.
MOST_SECTIONS = 100


@dataclass(frozen=True, slots=True)
class Mentors:
    """The first mentors of a text, and the way to all of them."""

    cards: list[MentorCard]
    headline: str
    all_words: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the region, and those of the same name in municipalities, by their names."""

    title: str
    url: str
    branches: tuple[tuple[str, str], ...]

    @property
    def branches_words(self) -> str:
        """«ещё в 12 муниципалитетах»."""
        forms = (_("муниципалитете"), _("муниципалитетах"), _("муниципалитетах"))
        words = counted(len(self.branches), *forms)
        return _("ещё в %(places)s") % {"places": words} if self.url else _("в %(places)s") % {"places": words}


@dataclass(frozen=True, slots=True)
class Above:
    """Everything above the pages."""

    places: list[Place]
    mentors: Mentors | None
    sections: list[Section]
    announcement: str

    def __bool__(self) -> bool:
        return bool(self.places or self.mentors or self.sections)


def above(engine: Engine, search: Search, pages: int, vocabulary: PageVocabulary) -> Above | None:
    """On the first page of words without conditions; `pages` is how many pages the words found."""
    if not search.text or search.chosen or search.page > 1:
        return None
    mentors, total = _mentors(engine, search, pages)
    found = Above(
        [*places(search.text), *organisations_named(search.text)],
        mentors,
        _sections(engine, search, vocabulary),
        _announced(total, pages),
    )
    return found if found else None


def _announced(mentors: int, pages: int) -> str:
    people = counted(mentors, *MENTORS)
    others = counted(pages, _("материал"), _("материала"), _("материалов"))
    return _("Нашлось: %(people)s, %(pages)s.") % {"people": people, "pages": others}


def _mentors(engine: Engine, search: Search, pages: int) -> tuple[Mentors | None, int]:
    query = Query(search.text, literal=search.exact, page_size=FIRST_MENTORS, counts=())
    result = engine.search(MENTOR, query)
    told = result.told
    is_guess = bool(told.left_out or told.tells_nothing or result.correction)
    if not result.total or (is_guess and pages):  # pages that were meant stand above people who were not
        return None, 0
    shown = list(cards(result.hits, result.matched, timezone.localdate()))
    return Mentors(
        cards=shown,
        headline=_("Наставники: %(number)s") % {"number": grouped(result.total)},
        all_words=_("Показать всех") if result.total > len(shown) else _("Открыть в поиске наставников"),
        url=search_for(search.text, exact=search.exact).url(reverse("mentor-search")),
    ), result.total


def _sections(engine: Engine, search: Search, vocabulary: PageVocabulary) -> list[Section]:
    """Sections that hold something, those of one name in one place."""
    query = Query(asked(search.text), {"role": (SECTIONS,)}, literal=search.exact, page_size=MOST_SECTIONS, counts=())
    whole: dict[str, str] = {}
    branches: dict[str, list[tuple[str, str]]] = {}
    result = engine.search(KIND, query)
    for hit in () if result.told.left_out else result.hits:
        if not any(vocabulary.lists.get(code) for code in hit.card["lists"]):
            continue
        title = hit.card["title"]
        inside = branches.setdefault(title, [])
        if hit.card["place"]:
            inside.append((hit.card["place"], hit.card["url"]))
        else:
            whole[title] = hit.card["url"]
    return [Section(title, whole.get(title, ""), tuple(sorted(inside))) for title, inside in branches.items()]
