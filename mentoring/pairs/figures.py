"""Pairs in numbers, today and a year ago: the dates of the pairs know their own history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.pages.home_panels import Home, HomePanel
from cms.territories.models import Municipality, Organisation
from cms.wording import agree, grouped
from mentoring.pairs.models import Pair
from mentoring.pairs.querysets import PairQuerySet


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many pairs work on a day, with how many mentees and in how many organisations."""

    pairs: int
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
    """Count the pairs that work on the day, in one query."""
    row = (
        pairs.worked()
        .between(on, on)
        .aggregate(
            pairs=Count("pk", distinct=True),
            mentees=Count("mentees", distinct=True),
            organisations=Count("organisation", distinct=True),
        )
    )
    return PairCount(**row)


def pair_figures(pairs: PairQuerySet, on: date) -> tuple[PairFigure, ...]:
    """The tiles of these pairs; none where no pair works."""
    now = count_pairs(pairs, on)
    if not now.pairs:
        return ()
    then = count_pairs(pairs, a_year_before(on))
    known = then if then.pairs else None  # a register that is younger than a year knows no former number
    return (
        PairFigure(
            now.pairs,
            agree(now.pairs, _("пара работает"), _("пары работают"), _("пар работает")),
            change_words(now.pairs, known.pairs if known else None),
        ),
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
    return pair_figures(Pair.objects.in_organisations([organisation.pk]), timezone.localdate())[:2]
