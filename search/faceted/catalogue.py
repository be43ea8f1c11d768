"""The declaration of a search with facets: what it finds, which questions narrow it, and how it speaks."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.interface import RELEVANCE, Engine, Result

if TYPE_CHECKING:
    from search.faceted.address import Search
    from search.faceted.nothing import Way

Words = str | Promise
#: Chosen codes by the name of their facet.
Chosen = Mapping[str, tuple[str, ...]]
#: Words by code, in the order of their reference table.
Values = Mapping[str, str]
#: Words without a language yet: forms for 1, 2 and 5 («район», «района», «районов»).
Forms = tuple[Words, Words, Words]
#: The words of all codes of a catalogue; each catalogue brings a type of its own.
Vocabulary = Any

SIZES = (12, 24, 48)

GIVE_UP_ONE = _("Уберите одно, и что-нибудь найдётся:")
TRY_WORDS = _("Проверьте, нет ли опечатки, или скажите другими словами.")
EVERYTHING = _("Показать всё")


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """One question of a search page.

    `values` gives every value that may be chosen now; `unknown` is said of a value that does not exist. A `long` facet
    shows what was chosen first, then by count, and folds the rest; a short one, or one `in_order`, keeps the order of
    its table. `chip` writes a value where its facet is not beside it, `full` inside a sentence («Ключевской район»).
    A facet that `needs` another has values, and is counted, only once something is chosen there; `elsewhere` then
    knows the codes that exist under other choices. `is_folded` begins closed.
    """

    name: str
    label: Words
    values: Callable[[Vocabulary, Chosen], Values]
    unknown: Words
    forms: Forms = ("", "", "")
    search_label: Words = ""
    long: bool = False
    chip: Words = "%(value)s"
    full: Callable[[Vocabulary, str], str] | None = None
    needs: str = ""
    elsewhere: Callable[[Vocabulary], Container[str]] | None = None
    is_folded: bool = False
    in_order: bool = False

    def clean(self, codes: tuple[str, ...], vocabulary: Vocabulary, chosen: Chosen) -> tuple[str, ...]:
        """The codes that exist, sorted, each once."""
        known = self.values(vocabulary, chosen)
        return tuple(sorted({code for code in codes if code in known}))

    def chip_label(self, value: str) -> str:
        """«высшая категория» as a condition that stands alone."""
        return str(self.chip) % {"value": value}


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """The sentences of a search page; `noun` is what it finds («наставник», «наставника», «наставников»)."""

    noun: Forms
    #: total, search, vocabulary, the words that were searched if they were mended → the heading above the results
    headline: Callable[[int, Search, Vocabulary, str], str]
    #: the same → everything that narrows the search, in one sentence
    description: Callable[[int, Search, Vocabulary, str], str]
    announcement: Callable[[int], str]
    #: the heading of an empty result
    nobody: Callable[[Search], str]
    give_up_one: Words = GIVE_UP_ONE
    try_words: Words = TRY_WORDS
    everything: Words = EVERYTHING


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One search with facets over one kind of content.

    `orders` maps the orders of the schema to the words after «Сначала»; the first stands unless another is chosen.
    While nothing was typed, the first of them is called by the words of the order `wordless`, which it then equals.
    `scope` always holds and is neither shown nor written into addresses. `cards` turns a result into the pieces that
    the macro `card` of `card_template` prints. `nearest` may offer a way on when nothing was found, `also` names what
    lies beside the results. `asked` spells what was typed as the index spells it, `readable` turns that into words for
    people again. `above` gives what `above_template` prints over the results, or nothing.
    `is_indexed` lets search engines list the plain addresses.
    """

    kind: str
    facets: tuple[Facet, ...]
    voice: Voice
    orders: Mapping[str, Words]
    cards: Callable[[Result], list[Any]]
    card_template: str
    scope: Chosen = field(default_factory=dict)
    sizes: tuple[int, ...] = SIZES
    nearest: Callable[[Engine, Search, Result, Vocabulary, str], Way | None] | None = None
    also: Callable[[Engine, Search, Result, Vocabulary, str], list[Way]] | None = None
    above: Callable[[Engine, Search, int, Vocabulary], Any] | None = None
    above_template: str = ""
    is_indexed: bool = True
    asked: Callable[[str], str] = str
    readable: Callable[[str], str] = str
    wordless: str = ""

    def facet(self, name: str) -> Facet:
        """The facet of this name."""
        return next(facet for facet in self.facets if facet.name == name)

    @property
    def default_order(self) -> str:
        return next(iter(self.orders), RELEVANCE)
