"""An answer of an engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class CorrectionKind(Enum):
    """Why another text was searched than the one typed."""

    LAYOUT = "layout"  # typed with the other keyboard layout
    TYPO = "typo"  # letters mixed up, missing or added


@dataclass(frozen=True, slots=True)
class Correction:
    """`used` in place of `typed`: searched, or only offered."""

    kind: CorrectionKind
    typed: str
    used: str


@dataclass(frozen=True, slots=True)
class Matched:
    """Which words count as found; `search.language.highlight` marks them in any text."""

    stems: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Understood:
    """The words `typed` were taken for any of these codes of a facet, as if they had been chosen there."""

    facet: str
    codes: tuple[str, ...]
    typed: str


@dataclass(frozen=True, slots=True)
class Told:
    """How the text of a query was taken, for the sentence above the results.

    `rest` is what was searched as words beside `understood`. `left_out`: words that nobody has together with the
    others, so the answer is that to the others. `narrow`: few were found; the text without its rarest word may find
    more. `tells_nothing`: the text has only words of asking, and everything is shown.
    """

    rest: str = ""
    understood: tuple[Understood, ...] = ()
    left_out: tuple[str, ...] = ()
    narrow: str = ""
    tells_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One found document: `card` is what the document brought, `score` orders by relevance (0 without text)."""

    id: int
    card: Mapping[str, Any]
    score: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """`total` documents match; `hits` are those of the page; `facets` maps facet → code → documents.

    The count of a code is the total after choosing it alone in its facet, with the text and all other facets kept;
    every code that the index knows is there, with 0 if need be. `correction` was searched in place of what was typed;
    `offer` was not, as the typed words may well be right: nothing was found by them, and something would be by it.
    `page` may be lower than asked: never past `pages`. `took` is in seconds. `stale`: committed changes wait that this
    answer does not know yet. `from_reserve`: the database answered in the place of the engine's server, as completely
    and perhaps more slowly.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    page: int = 1
    pages: int = 1
    correction: Correction | None = None
    offer: Correction | None = None
    matched: Matched = field(default_factory=Matched)
    told: Told = field(default_factory=Told)
    took: float = 0.0
    stale: bool = False
    from_reserve: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text offered while typing, its group (a declared one, or "name") and how many documents it finds."""

    group: str
    text: str
    total: int


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Without `condition` (the name of a facet, or "text") the query would find `total` documents, at least one."""

    condition: str
    total: int
