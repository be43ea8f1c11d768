"""Another text to try when a query finds nothing: the other layout, typing errors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from search.interface.result import Correction, CorrectionKind
from search.language.layout import swapped
from search.language.replacing import Replacement, replacements
from search.language.spelling import Vocabulary
from search.language.tokens import words

MOST_ATTEMPTS = 6
SHORTEST_BEGINNING = 3  # letters from which an unfinished last word is completed


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text to search instead; `offered`: what was typed may well be right, so it is named and not searched."""

    text: str
    correction: Correction
    offered: bool = False


@dataclass(frozen=True, slots=True)
class _Repair:
    text: str
    kind: CorrectionKind
    offered: bool = False


def attempts(
    text: str, unknown: set[str], vocabulary: Vocabulary, is_known: Callable[[str], bool]
) -> Iterator[Attempt]:
    """Texts to try in place of a cleaned `text` some words of which (`unknown`, normalised) no document has.

    `is_known` tells whether a word needs no mending: some document has a form of it. The likeliest text comes first.
    """
    chunks = text.split(" ")
    if turned := _turned(chunks, is_known):
        yield Attempt(turned, Correction(CorrectionKind.LAYOUT, text, turned))
    repairs: dict[int, list[_Repair]] = {}
    last = len(chunks) - 1
    for place, chunk in enumerate(chunks):
        if not unknown.isdisjoint(words(chunk)):
            repairs[place] = list(islice(_repairs(chunk, vocabulary, is_known, place == last), MOST_ATTEMPTS))
    if not repairs or not any(repairs.values()):
        return
    for chosen in islice(_choices(repairs), MOST_ATTEMPTS):
        mended = [chosen[place].text if place in chosen else chunk for place, chunk in enumerate(chunks)]
        used = " ".join(mended)
        kinds = {repair.kind for repair in chosen.values()}
        kind = next(kind for kind in CorrectionKind if kind in kinds)
        yield Attempt(used, Correction(kind, text, used), any(repair.offered for repair in chosen.values()))


def _turned(chunks: list[str], is_known: Callable[[str], bool]) -> str:
    """A phrase of several words typed in the other layout as a whole, little words too; empty if it is none."""
    readings = [swapped(chunk) for chunk in chunks]
    if len(chunks) < 2 or not all(readings):
        return ""
    fitting = [[one for one in options if words(one) and all(map(is_known, words(one)))] for options in readings]
    return " ".join(" ".join(words(options[0])) for options in fitting) if all(fitting) else ""


def _choices(repairs: dict[int, list[_Repair]]) -> Iterator[dict[int, _Repair]]:
    """The best repair of every chunk together, then one chunk at a time with its next best."""
    best = {place: options[0] for place, options in repairs.items() if options}
    yield best
    for place, options in repairs.items():
        for other in options[1:]:
            yield {**best, place: other}


def _repairs(chunk: str, vocabulary: Vocabulary, is_known: Callable[[str], bool], is_last: bool) -> Iterator[_Repair]:
    """What the chunk may have been meant to be; offers come last, all else in its order."""
    yield from sorted(_in_order(chunk, vocabulary, is_known, is_last), key=lambda repair: repair.offered)


def _in_order(chunk: str, vocabulary: Vocabulary, is_known: Callable[[str], bool], is_last: bool) -> Iterator[_Repair]:
    readings = [reading for reading in swapped(chunk) if words(reading)]
    for reading in readings:
        if all(map(is_known, words(reading))):
            yield _Repair(" ".join(words(reading)), CorrectionKind.LAYOUT)
    for reading in readings:
        if is_last and _is_unfinished(reading, vocabulary):
            yield _Repair(reading, CorrectionKind.LAYOUT)
    for candidate in (chunk, *readings):
        for mended in _respelled(candidate, vocabulary, is_known):
            kind = CorrectionKind.TYPO if candidate == chunk else CorrectionKind.LAYOUT
            yield _Repair(mended.word, kind, mended.offered)


def _is_unfinished(chunk: str, vocabulary: Vocabulary) -> bool:
    found = words(chunk)
    return len(found) == 1 and len(found[0]) >= SHORTEST_BEGINNING and bool(vocabulary.completions(found[0], limit=1))


def _respelled(chunk: str, vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> Iterator[Replacement]:
    """The chunk with its unknown words replaced, the cost that of all of them."""
    options = [
        [Replacement(word, 0, False)] if is_known(word) else replacements(word, vocabulary)[:MOST_ATTEMPTS]
        for word in words(chunk)
    ]
    if not options or not all(options):
        return
    for choice in range(max(map(len, options))):
        chosen = [option[min(choice, len(option) - 1)] for option in options]
        together = " ".join(one.word for one in chosen)
        yield Replacement(together, sum(one.cost for one in chosen), any(one.offered for one in chosen))
