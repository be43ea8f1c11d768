"""Organisations as people write them: legal forms, kinds, numbers, names and places in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from mentoring.bank.imports.values.words import plain, stem

#: Whole phrases first: what they leave is cut into words.
_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (
            r"детск\w*\s+сад\w*|\bд\s*/\s*с(?:ад\w*)?\b|\bдс\b(?=\s*№|\s*\d)|\bсад(?:а|у|ом|ик|ика)?\b|"
            r"\bясли\b|\b(?:фг|г|м)?[бка]?доу\b|"
            r"дошкольн\w*\s+(?:образовательн\w*\s+)?(?:учрежден|организац)\w*",
            " детсад ",
        ),
        (r"(?:муниципальн|государственн|областн|краев|частн)\w*\s+(?=.*(?:учрежден|организац))", " "),
        (r"(?:бюджетн|казенн|автономн|некоммерческ)\w*\s+(?=.*(?:учрежден|организац))", " "),
        (r"(?:дошкольн|обще|профессиональн)\w*\s*(?:образовательн\w*)?\s*(?:учрежден|организац)\w*", " "),
        (r"(?:образовательн\w*\s+)?(?:учрежден|организац)\w*(?:\s+дополнительного\s+образования)?", " "),
        (r"средн\w*\s+(?:общеобразовательн\w*\s+)?школ\w*", " сош "),
        (r"основн\w*\s+(?:общеобразовательн\w*\s+)?школ\w*", " оош "),
        (r"начальн\w*\s+(?:общеобразовательн\w*\s+)?школ\w*(?!\s*-)", " нош "),
        (r"\b(?:муниципальн|муниц)\w*\s+(?:район|округ)\w*\b.*$", " "),
    )
)
_LEGAL_FORMS = """моу мбоу мкоу маоу гбоу гкоу гаоу гоу чоу ано мбу мку мау мбуду
мауду мкуду мбудо маудо гбпоу гапоу гбу нпоу фгбоу оу ооо"""
_PLACE_KINDS = "п пос поселок пгт рп с село ст станица х хут хутор г гор город д дер деревня аул сл слобода"
_NOISE = frozenset([*_LEGAL_FORMS.split(), *_PLACE_KINDS.split(), "имени", "им", "и"])
#: What an organisation is; two different kinds are never one organisation, «школа» goes with every kind of school.
_KIND_WORDS = "сош оош нош школа гимназия лицей детсад колледж техникум интернат центр црр ддт дюсш цдт"
_KINDS = frozenset(_KIND_WORDS.split())
_SCHOOLS = frozenset({"сош", "оош", "нош", "школа"})
#: «14а» is a number of its own; a letter of a place («№3 г.») stands apart.
_WORD = re.compile(r"\d+[абв](?![а-я])|[a-zа-я]+|\d+")
#: A place that is named as one, «г. Сосновск»; in what stands after «имени» such letters are initials.
_HONOUR = re.compile(r"\b(?:им|имени)\b.*$")
_PLACE = re.compile(
    r"\b(?:п|пос|поселок|пгт|рп|с|село|ст|станица|х|хутор|г|гор|город|д|дер|деревня)\b[.\s]+([а-я-]{3,})"
)
#: Percent of likeness from which two stems are one place's: «Сосновск», «Сосновский».
_SAME_PLACE = 85
#: What stands between two organisations of one cell.
_BETWEEN = re.compile(r"\s*[,;/\n+]\s*|\s+и\s+")
#: Percent of likeness under which a place was left out or a word is spelled otherwise.
SURE = 92
#: Percent of likeness from which the remaining words (names, places) are the same.
_LIKE = 88


@dataclass(frozen=True, slots=True)
class Signature:
    """What tells an organisation apart: its kinds, its numbers, and stems of the words of its name and place."""

    kinds: frozenset[str]
    numbers: frozenset[str]
    names: tuple[str, ...]


def signature(text: str) -> Signature:
    """Reduce an organisation's name, short or full, to what tells it apart."""
    written = plain(text).replace("№", " № ")
    for pattern, meaning in _PHRASES:
        written = pattern.sub(meaning, written)
    found = [word for word in _WORD.findall(written) if word not in _NOISE]
    kinds = frozenset(word for word in (_kind(word) for word in found) if word)
    numbers = frozenset(word.lstrip("0") or "0" for word in found if word[0].isdigit())
    names = tuple(
        sorted({stem(word) for word in found if not word[0].isdigit() and not _kind(word) and word != "школы"})
    )
    return Signature(kinds, numbers, names)


def _kind(word: str) -> str:
    if word in _KINDS:
        return word
    if word.startswith("школ"):
        return "школа"
    return next((kind for kind in ("гимнази", "лицей", "колледж", "техникум") if word.startswith(kind)), "")


def are_alike(one: Signature, other: Signature) -> int:
    """Likeness of two organisations in percent, 0 where kind or number differ or nothing tells that they are one."""
    if one.numbers != other.numbers or not _kinds_agree(one.kinds, other.kinds):
        return 0
    if one.names and other.names:
        score = int(fuzz.ratio(" ".join(one.names), " ".join(other.names)))
        if set(one.names) <= set(other.names) or set(other.names) <= set(one.names):
            score = max(score, SURE)
        return score if score >= _LIKE else 0
    if one.names == other.names:
        # «№ 4» alone may be a school or a kindergarten.
        return (100 if bool(one.kinds) == bool(other.kinds) else 80) if one.numbers else 0
    # «СОШ № 7» and «СОШ № 7 г. Белая Калитва»: the number tells them apart, the place was left out.
    return 80 if one.numbers else 0


def _kinds_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other or one & other:
        return True
    return ("школа" in one and bool(other & _SCHOOLS)) or ("школа" in other and bool(one & _SCHOOLS))


class OrganisationIndex:
    """The organisations of one municipality, found by any spelling of their names."""

    def __init__(
        self, organisations: Iterable[tuple[int, Iterable[str]]], places: Mapping[int, str] | None = None
    ) -> None:
        """Take ids with the names of each, short and full, and where each stands, as far as it is known."""
        self._places = {identity: _place_stems(text) for identity, text in (places or {}).items()}
        self._known: dict[str, set[int]] = {}
        self._signatures: list[tuple[int, Signature]] = []
        for identity, names in organisations:
            self.add(identity, names)

    def add(self, identity: int, names: Iterable[str]) -> None:
        """Make one more organisation findable."""
        for name in filter(None, names):
            self._known.setdefault(" ".join(_WORD.findall(plain(name))), set()).add(identity)
            self._signatures.append((identity, signature(name)))

    def likeness(self, text: str, identity: int) -> int:
        """How sure it is that the text names the organisation, in percent; under ``SURE`` the user is told."""
        if identity in self._known.get(" ".join(_WORD.findall(plain(text))), ()):
            return 100
        wanted = signature(text)
        if self._stands_elsewhere(identity, text):
            return 0
        return max((are_alike(wanted, known) for pk, known in self._signatures if pk == identity), default=0)

    def _stands_elsewhere(self, identity: int, text: str) -> bool:
        """Whether the text names a place that is not this organisation's."""
        there, named = self._places.get(identity), _PLACE.findall(_HONOUR.sub("", plain(text)))
        if not there or not named:
            return False
        return not any(fuzz.ratio(stem(one), known) >= _SAME_PLACE for one in named for known in there)

    def find(self, text: str) -> list[int]:
        """The ids that fit best: one when the organisation is clear, several when the text fits them equally."""
        exact = self._known.get(" ".join(_WORD.findall(plain(text))))
        if exact:
            return sorted(exact)
        return self._several(text) or self._best(text)

    def _several(self, text: str) -> list[int]:
        """The organisations of a cell that names two of them, «Лицей № 4 и Заречная школа»; none for any other cell."""
        found = [self._best(piece) for piece in _BETWEEN.split(text) if signature(piece).kinds]
        told = {identity for one in found for identity in one}
        return sorted(told) if len(found) > 1 and all(len(one) == 1 for one in found) and len(told) > 1 else []

    def _best(self, text: str) -> list[int]:
        wanted = signature(text)
        scores: dict[int, int] = {}
        for identity, known in self._signatures:
            if score := are_alike(wanted, known):
                scores[identity] = max(scores.get(identity, 0), score)
        scores = {identity: score for identity, score in scores.items() if not self._stands_elsewhere(identity, text)}
        best = max(scores.values(), default=0)
        return sorted(identity for identity, score in scores.items() if score == best) if best else []


def _place_stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(plain(text)) if len(word) > 2)
