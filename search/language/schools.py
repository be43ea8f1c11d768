"""Names of schools as people write them: legal forms say nothing, a kind and its number are one term.

«МБОУ СОШ № 3», «школа №3», «3-я школа» and «ООШ N3» all give `школа№3`; a number anywhere else is no school's number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

# Every form of what people write for a kind; the first part stands for the plain word in all cases.
_KINDS = {
    "школа": (r"школ(?:а|ы|е|у|ой|ою)", r"шк|шкл|[сон]ош|сш|ош|м?[бка]?оу[сон]ош"),
    "гимназия": (r"гимнази(?:я|и|ю|ей|ею)", r"гимн"),
    "лицей": (r"лице(?:й|я|ю|ем|е)", r""),
    "сад": (r"сад(?:а|у|ом|е)?", r"садик(?:а|у|ом|е)?|детсад(?:а|у|ом|е|ик|ика|ике)?|дс|[мг]?[бка]?доу|црр"),
    "интернат": (r"интернат(?:а|у|ом|е)?", r"школаинтернат"),
    "колледж": (r"колледж(?:а|у|ем|е)?", r""),
    "техникум": (r"техникум(?:а|у|ом|е)?", r""),
    "училище": (r"училищ(?:е|а|у|ем)", r"п?пту|пу"),
    "школа искусств": (r"дши|дмш|дхш", r""),
    "спортивная школа": (r"с?дюсш(?:ор)?|сшор", r""),
}
_KIND = re.compile(
    "|".join(f"(?P<k{place}>{'|'.join(filter(None, forms))})" for place, forms in enumerate(_KINDS.values()))
)
_NAMES = tuple(_KINDS)
_PLAIN = re.compile("|".join(plain for plain, _ in _KINDS.values()))
_KIND_AND_NUMBER = re.compile(r"([а-я]{2,})(\d{1,4})")
_NUMBER = re.compile(r"(?:n|no|н)?0*(\d{1,4})(?:-?(?:[аяйею]|ая|ой|ый|ий|го|ую|ом|му))?")
_NUMBER_SIGNS = {"n", "no", "номер", "ном"}
_ENDINGS = {"я", "й", "е", "а", "ая", "ой", "ый", "ий", "ю", "ую", "го", "м", "му"}  # «3-я»
_ORDINALS = ("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)}|трет)(?:ая|ой|ую|ий|ый|ого|ому|ом|ем|его|ему|ей|ья|ью|я|ю)")
# Words before a kind that say nothing more; those that do so only beside a number.
_SAYS_NOTHING = {
    "школа": re.compile(r"(?:средн|основн|общеобразовательн|неполн|полн)(?:яя|ая|ей|ой|юю|ую)"),
    "сад": re.compile(r"детск(?:ий|ого|ому|ом|им)"),
}
_SAYS_LITTLE = re.compile(r"(?:начальн|вечерн|открыт|сменн|городск|сельск|муниципальн|государственн)[а-я]{2,3}")
_BEFORE_NUMBER = re.compile(r"общеразвивающего|комбинированного|компенсирующего|вида")
_OTHER_SCHOOL = re.compile(r"(?:музыкальн|художественн|спортивн|воскресн|летн|зимн)[а-я]{2,3}|авто")
_COUNTED = re.compile(r"класс\w*|кл|лет|год\w*|час\w*|мес\w*|курс\w*|человек\w*|мест\w*")  # «3 класс»
_LEGAL = {
    "".join(parts)
    for parts in product(
        ("", "м", "г", "ог", "кг", "фг", "ч", "мо"), ("б", "к", "а"), ("оу", "у", "удо", "оудо", "поу")
    )
    if len("".join(parts)) > 2
} | {"оу", "моу", "гоу", "чоу", "ноу", "огоу", "фгоу", "моудо", "ано", "аноо"}
_LEGAL_WORD = re.compile(
    r"(?:муниципальн|государственн|областн|краев|бюджетн|казенн|автономн|общеобразовательн|образовательн|дошкольн"
    r"|частн|профессиональн)(?:ое|ого|ому|ом|ым)"
)
_INSTITUTION = re.compile(r"учреждени(?:е|я|ю|ем|и)")
#: Kinds that people take for one another: who writes «школа» may mean a gymnasium, never a kindergarten.
_TAKEN_FOR = {
    "школа": ("гимназия", "лицей", "интернат"),
    "гимназия": ("лицей", "школа"),
    "лицей": ("гимназия", "школа"),
    "интернат": ("школа",),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A kind of school in a list of words: those from `start` up to `end`, and `number`, where it has one."""

    kind: str
    number: str
    start: int
    end: int

    @property
    def term(self) -> str:
        """What documents of this school are found by; empty without a number."""
        return f"{self.kind}№{self.number}" if self.number else ""

    @property
    def alike(self) -> tuple[str, ...]:
        """The same number of kinds that people take for this one."""
        return tuple(f"{kind}№{self.number}" for kind in _TAKEN_FOR.get(self.kind, ()))

    @property
    def words(self) -> list[str]:
        """The kind in the words by which most schools are called."""
        return ["детский", "сад"] if self.kind == "сад" else self.kind.split()


@lru_cache(maxsize=20_000)  # asked of every word of every text
def kind_of(word: str) -> str:
    """The kind of school that a normalised word names; empty for any other word."""
    found = _KIND.fullmatch(word)
    return _NAMES[int(str(found.lastgroup)[1:])] if found else ""


def legal_forms(words: Sequence[str]) -> set[int]:
    """The places of words that only say whose an institution is: МБОУ, «муниципальное казённое учреждение»."""
    found = {place for place, word in enumerate(words) if word in _LEGAL}
    for place, word in enumerate(words):
        start = place
        while _INSTITUTION.fullmatch(word) and start and _LEGAL_WORD.fullmatch(words[start - 1]):
            start -= 1
        if start < place:
            found.update(range(start, place + 1))
    return found


def kind_term(word: str) -> str:
    """What every institution of the kind that this word names is found by; empty for any other word."""
    kind = kind_of(word)
    return f"{kind}№" if kind else ""


def terms(words: Sequence[str], *, is_place: bool) -> set[str]:
    """The terms of the numbered schools that these words name; where they name a place of work, also of its kind."""
    found = list(mentions(words))
    kinds = {f"{one.kind}№" for one in found} if is_place else set()
    return {*kinds, *(one.term for one in found if one.number)}


def spelled_out(words: Iterable[str]) -> set[str]:
    """The plain words for the shortened kinds among these: «ДОУ» is a «детский сад»."""
    found: set[str] = set()
    for word in words:
        if (kind := kind_of(word)) and not _PLAIN.fullmatch(word):
            found.update(Mention(kind, "", 0, 0).words)
    return found


def canonical(words: Sequence[str]) -> list[str]:
    """The words with every school as most are called («МБОУ СОШ 3»: «школа 3»), a number behind its kind."""
    legal, found = legal_forms(words), {one.start: one for one in mentions(words)}
    kept: list[str] = []
    done = 0
    for place, word in enumerate(words):
        if place in found and not is_plain(words, found[place]):
            one = found[place]
            kept += [*one.words, *([one.number] if one.number else [])]
            done = one.end
        elif place >= done and (place not in legal or len(legal) == len(words)):
            kept.append(word)
    return kept or list(words)


def mentions(words: Sequence[str]) -> Iterator[Mention]:
    """The schools that normalised words name, in their order."""
    free = 0  # words before this place belong to an earlier mention
    for place in range(len(words)):
        if place < free:
            continue
        if (found := _mention(words, place, free)) is not None:
            free = found.end
            yield found


def is_plain(words: Sequence[str], mention: Mention) -> bool:
    """Whether the mention is nothing but a plain word in some case: «школы», «лицее»."""
    return mention.end - mention.start == 1 and bool(_PLAIN.fullmatch(words[mention.start]))


@lru_cache(maxsize=20_000)
def _joined(word: str) -> tuple[str, str] | None:
    """The letters and the number of «школа3»; None for any other word."""
    found = _KIND_AND_NUMBER.fullmatch(word)
    return (found[1], found[2]) if found else None


def _mention(words: Sequence[str], place: int, free: int) -> Mention | None:
    word, end = words[place], place + 1
    joined = _joined(word)
    kind = kind_of(joined[0] if joined else word)
    if not kind and word == "д" and words[end : end + 1] == ["с"]:
        kind, end = "сад", end + 1
    if not kind or (kind == "школа" and place and _OTHER_SCHOOL.fullmatch(words[place - 1])):
        return None
    narrow = _back(words, kind, place, free, wide=False)
    wide = _back(words, kind, place, free, wide=True)
    if joined:
        return Mention(kind, joined[1].lstrip("0") or "0", wide, end)
    kind, end = _whole_kind(words, kind, end)
    number, end = _after(words, end)
    if number:
        return Mention(kind, number, wide, end)
    number, start = _before(words, wide, free)
    return Mention(kind, number, start if number else narrow, end)


def _back(words: Sequence[str], kind: str, place: int, free: int, *, wide: bool) -> int:
    """Where the words before a kind begin that say nothing, or beside a number say nothing."""
    nothing = _SAYS_NOTHING.get(kind)
    while place > free and (
        (nothing and nothing.fullmatch(words[place - 1])) or (wide and _SAYS_LITTLE.fullmatch(words[place - 1]))
    ):
        place -= 1
    return place


def _whole_kind(words: Sequence[str], kind: str, end: int) -> tuple[str, int]:
    """«школа-интернат» is one kind, «МБДОУ детский сад» as well."""
    while end < len(words):
        ahead = end + (kind == "сад" and bool(_SAYS_NOTHING["сад"].fullmatch(words[end])))
        following = kind_of(words[ahead]) if ahead < len(words) else ""
        if following == kind or (kind, following) == ("школа", "интернат"):
            kind, end = following, ahead + 1
        else:
            break
    return kind, end


def _after(words: Sequence[str], end: int) -> tuple[str, int]:
    """The number behind a kind and where it ends; («», `end`) if none."""
    place = end
    while place < len(words) and (words[place] in _NUMBER_SIGNS or _BEFORE_NUMBER.fullmatch(words[place])):
        place += 1
    number = _NUMBER.fullmatch(words[place]) if place < len(words) else None
    behind = words[place + 1] if place + 1 < len(words) else ""
    if not number or _COUNTED.fullmatch(behind) or (not words[place].isdigit() and kind_of(behind)):
        return "", end
    return number[1], place + 1


def _before(words: Sequence[str], start: int, free: int) -> tuple[str, int]:
    """The number before a kind and where it begins; («», `start`) if none."""
    place = start - 1
    if place > free and words[place] in _ENDINGS and words[place - 1].isdigit():
        place -= 1
    if place < free:
        return "", start
    if number := _NUMBER.fullmatch(words[place]):
        return number[1], place - (place > free and words[place - 1] in _NUMBER_SIGNS)
    if ordinal := _ORDINAL.fullmatch(words[place]):
        return str(_ORDINALS.index("треть" if ordinal[1] == "трет" else ordinal[1]) + 1), place
    return "", start
