"""Pairs in numbers, today and a year ago: the dates of the pairs know their own history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.pages.home_panels import Home, HomePanel
from cms.territories.models import Municipality, Organisation
from cms.wording import agree, grouped
from mentoring.bank.enums import IN_PAIRS
from mentoring.pairs.models import Pair
from mentoring.pairs.querysets import PairQuerySet


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many pairs and groups work on a day, with how many mentees and in how many organisations."""

    pairs: int
    groups: int
    mentees: int
    organisations: int


@dataclass(frozen=True, slots=True)
class PairFigure:
    """A number tile: what it counts, and the change against last year in words (empty: not known)."""

    figure: int
    words: str
    change: str = ""
    voice: str = ""


def count_pairs(pairs: PairQuerySet, on: date) -> PairCount:
    """Count the pairs and groups that work on the day, in one query."""
    is_pair = Q(kind__in=IN_PAIRS)
    row = (
        pairs.worked()
        .between(on, on)
        .aggregate(
            pairs=Count("pk", distinct=True, filter=is_pair),
            groups=Count("pk", distinct=True, filter=~is_pair),
            mentees=Count("mentees", distinct=True),
            organisations=Count("organisation", distinct=True),
        )
    )
    return PairCount(**row)


def pair_figures(pairs: PairQuerySet, on: date) -> tuple[PairFigure, ...]:
    """The tiles of these pairs and groups, the organisations last; none where nobody works."""
    now = count_pairs(pairs, on)
    if not now.organisations:
        return ()
    then = count_pairs(pairs, a_year_before(on))
    known = then if then.organisations else None  # a register that is younger than a year knows no former number
    return (
        *_working(now, known),
        PairFigure(
            now.mentees,
            agree(now.mentees, _("наставляемый"), _("наставляемых"), _("наставляемых")),
            change_words(now.mentees, known.mentees if known else None),
            "mentee",
        ),
        PairFigure(
            now.organisations,
            agree(now.organisations, _("организация с парами"), _("организации с парами"), _("организаций с парами")),
            change_words(now.organisations, known.organisations if known else None),
        ),
    )


def _working(now: PairCount, then: PairCount | None) -> Iterator[PairFigure]:
    """Pairs and groups, each where there are any."""
    if now.pairs:
        words = agree(now.pairs, _("пара работает"), _("пары работают"), _("пар работает"))
        yield PairFigure(now.pairs, words, change_words(now.pairs, then.pairs if then else None))
    if now.groups:
        words = agree(now.groups, _("группа работает"), _("группы работают"), _("групп работает"))
        yield PairFigure(now.groups, words, change_words(now.groups, then.groups if then else None))


def change_words(now: int, then: int | None) -> str:
    """«На 11 больше, чем год назад»; nothing where the former number is not known."""
    if then is None:
        return ""
    if now == then:
        return _("Столько же, сколько год назад")
    words = _("На %s больше, чем год назад") if now > then else _("На %s меньше, чем год назад")
    return words % grouped(abs(now - then))


def a_year_before(day: date) -> date:
    """The same day of the year before; 29 February has its neighbour there."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def show_pairs_in_numbers(request: HttpRequest, home: Home) -> HomePanel | None:
    """The panel of a home: the pairs of the region, or of the municipality."""
    pairs = Pair.objects.in_territory(home.municipality)
    figures = pair_figures(pairs, timezone.localdate())
    if not figures:
        return None
    title = _("Район в цифрах") if isinstance(home.municipality, Municipality) else _("Область в цифрах")
    return HomePanel(title, "mentoring/pairs/figures.html", figures)


def figures_of_organisation(organisation: Organisation) -> tuple[PairFigure, ...]:
    """The pairs of one organisation in numbers, without those of schools."""
    return pair_figures(Pair.objects.in_organisations([organisation.pk]), timezone.localdate())[:-1]
