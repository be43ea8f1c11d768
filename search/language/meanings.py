"""What words mean: values of facets by the phrases that name them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

#: A value of a facet: (facet, code).
Target = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value of a facet and what people call it.

    The value is a strong match of its phrases: whoever has it comes first, whoever only mentions the words comes later.
    `is_condition`: the phrases narrow the search as if the value had been chosen.
    """

    facet: str
    code: str
    phrases: tuple[str, ...]
    is_condition: bool = False

    @property
    def target(self) -> Target:
        return self.facet, self.code


class Condition(NamedTuple):
    """The next `length` words say that one of these codes of a facet is wanted."""

    length: int
    facet: str
    codes: tuple[str, ...]


class Reworded(NamedTuple):
    """The next `length` words say what `meant` says; nothing, where that is empty."""

    length: int
    meant: str


#: Reads a condition that no list of phrases can hold («стаж больше 20 лет») from a place in normalised words on.
Pattern = Callable[[Sequence[str], int], Condition | None]
#: Reads words that no condition and no phrase holds («на высшую категорию») from a place in normalised words on.
Rewording = Callable[[Sequence[str], int], Reworded | None]


@dataclass(frozen=True, slots=True)
class Meanings:
    """All that the words of one kind of content mean."""

    values: tuple[Meaning, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    pattern_words: frozenset[str] = frozenset()  # by which a pattern may begin or go on: no typing errors
