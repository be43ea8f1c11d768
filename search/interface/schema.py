"""The declaration of a kind of content: its texts, facets, orders and what its card carries."""

import hashlib
from dataclasses import dataclass
from enum import Enum


class TextKind(Enum):
    """How the words of a text are compared, and how much a match in it is worth."""

    NAME = "name"  # people's names: every case of a surname, never a stem
    TITLE = "title"  # short telling texts: word forms by stems
    PLACE = "place"  # names of institutions and of places: as titles, and the kind of a school is known
    BODY = "body"  # long texts: word forms by stems

    @property
    def weight(self) -> int:
        """Points that one matched beginning of a word brings to the relevance of a document."""
        return {"name": 8, "title": 4, "place": 4, "body": 1}[self.value]

    @property
    def whole_weight(self) -> int:
        """Points that one matched word brings: the least of them is more than any beginning has."""
        return 10 * self.weight

    @property
    def synonym_weight(self) -> int:
        """Points of another phrase that may stand for the typed one: less than the typed word has in such a text."""
        return {"name": 20, "title": 20, "body": 9}[self.value]


#: Points of a document that has the very value of a facet which the typed words name.
MEANT_WEIGHT = 100


@dataclass(frozen=True, slots=True)
class TextField:
    """One searchable text of a document."""

    name: str
    kind: TextKind


@dataclass(frozen=True, slots=True)
class Facet:
    """One closed list of codes; `counted=False` filters without ever being counted (a scope, not a checkbox)."""

    name: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class SortKey:
    """One value that documents give under `name`: an int, or a str compared by the Russian alphabet, ё as е."""

    name: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Sort:
    """A named order: the keys from the most to the least important; equal documents follow their ids."""

    name: str
    keys: tuple[SortKey, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that engines know of a kind of content.

    `default_sort` orders a search without text, `tiebreak` the documents that are equally relevant to a text.
    `suggested_name` names the field of the card that is offered while somebody types a name.
    `ignored_words` are said in every query and tell nothing («найти», «наставник»).
    """

    kind: str
    texts: tuple[TextField, ...]
    facets: tuple[Facet, ...]
    sorts: tuple[Sort, ...]
    default_sort: str
    tiebreak: str
    suggested_name: str = ""
    ignored_words: frozenset[str] = frozenset()
    version: int = 1

    def __post_init__(self) -> None:
        for names in (self.text_names, self.facet_names, self.sort_names):
            if len(set(names)) != len(names):
                raise ValueError(f"{self.kind}: a name is declared twice in {names}")
        for wanted in (self.default_sort, self.tiebreak):
            if wanted not in self.sort_names:
                raise ValueError(f"{self.kind}: no sort named {wanted}")

    @property
    def text_names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.texts)

    @property
    def facet_names(self) -> tuple[str, ...]:
        return tuple(facet.name for facet in self.facets)

    @property
    def sort_names(self) -> tuple[str, ...]:
        return tuple(sort.name for sort in self.sorts)

    def sort(self, name: str) -> Sort:
        """The declared order of this name, or the default one for a name that was never declared."""
        by_name = {sort.name: sort for sort in self.sorts}
        return by_name.get(name, by_name[self.default_sort])

    def fingerprint(self) -> str:
        """Sixteen hex digits that change when documents have to be indexed anew."""
        parts = repr((self.kind, self.texts, self.facets, self.sorts, self.suggested_name, self.version))
        return hashlib.blake2b(parts.encode(), digest_size=8).hexdigest()
