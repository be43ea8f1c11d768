"""Words ready for a component: what a view prepares, and what a macro or include prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString

#: From this many values on, a facet offers a search inside itself.
SEARCHABLE_FROM = 8


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumbs; the last one has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Chip:
    """A chosen condition; following ``url`` takes it away."""

    label: str
    url: str


@dataclass(frozen=True)
class Option:
    """A value of a facet with the number of things it would leave."""

    value: str
    label: str
    count: int
    checked: bool = False

    @property
    def disabled(self) -> bool:
        """True where nothing stands behind the value; a chosen one can always be taken back."""
        return self.count == 0 and not self.checked


@dataclass(frozen=True)
class Facet:
    """One question of the search; the first ``first`` options and the checked ones are shown at once.

    ``name`` is the parameter in the address, ``more`` the words of the fold («Ещё 27 районов»),
    ``search_label`` the words of the search inside («Название района»), ``reset_url`` takes back what was chosen here.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    is_open: bool = True
    first: int = 6
    more: str = ""
    search_label: str = ""
    reset_url: str = ""

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options that stand open, in the order of the view."""
        return tuple(option for place, option in enumerate(self.options) if place < self.first or option.checked)

    @property
    def folded(self) -> tuple[Option, ...]:
        """The rest, behind the fold."""
        return tuple(o for place, o in enumerate(self.options) if place >= self.first and not o.checked)

    @property
    def has_choice(self) -> bool:
        """False where no option can be pressed: the facet folds itself and says so."""
        return any(not option.disabled for option in self.options)

    @property
    def is_searchable(self) -> bool:
        """True where the list is long enough to be searched."""
        return len(self.options) >= SEARCHABLE_FROM


@dataclass(frozen=True)
class MentorCard:
    """A mentor in a list. Safe strings may carry ``<mark>`` around what was searched for."""

    name: str | SafeString
    url: str
    subjects: str | SafeString
    about: str | SafeString = ""  # «высшая категория, стаж 31–40 лет»
    place: str | SafeString = ""
    takes: str | SafeString = ""  # «Возьмёт молодого педагога»
    why: str | SafeString = ""  # a sentence of the mentor's own in which a word was found
    places_free: int = 0
    places_total: int = 0
    places_words: str = ""  # «2 места из 3», «Мест нет»
    format: str = ""
    confirmed: str = ""


@dataclass(frozen=True)
class PageCard:
    """A page in a list. Safe strings may carry ``<mark>``; ``more`` is what its room added."""

    title: str | SafeString
    url: str
    lead: str | SafeString = ""
    kind: str = ""  # «Нормативные акты», empty in a list of one kind
    facts: tuple[str | SafeString, ...] = ()
    place: str = ""  # «Ключевской район»
    day: str = ""  # «14 ноября»
    why: str | SafeString = ""  # a sentence of the text in which a word was found
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PageLink:
    """A page of a list; ``None`` instead of one is a gap."""

    number: int
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Pager:
    """Pages of a list with the words beside them: «1–12 из 40»."""

    summary: str
    pages: tuple[PageLink | None, ...] = ()
    previous_url: str = ""
    next_url: str = ""
    sizes: tuple[PageLink, ...] = field(default_factory=tuple)


def page_window(current: int, last: int, around: int = 1) -> Iterator[int | None]:
    """Yield the page numbers worth showing, with ``None`` for a gap: 1 … 4 5 6 … 20."""
    wanted: Iterable[int] = sorted({1, last, *range(max(1, current - around), min(last, current + around) + 1)})
    previous = 0
    for number in wanted:
        if number - previous == 2:
            yield number - 1
        elif number - previous > 2:
            yield None
        yield number
        previous = number
