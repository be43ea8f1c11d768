"""Initials in all spellings («Иванова Е. А.», «Е.А. Иванова», «Иванова ЕА»), and what names are found by for them.

A name has the keys `1~е` and `2~а` for its given name and patronymic, `0~и` for each of its words, and `-~б` for the
second part of a double surname.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.language.morphology import looks_like_surname, parts_of_a_name
from search.language.stopwords import STOPWORDS
from search.language.tokens import Token

GIVEN, PATRONYMIC, ANY, SECOND = "1~", "2~", "0~", "-~"

_PATRONYMIC = re.compile(r"[а-я]{2,}(?:[оеь]вич|[ьмнклт]ич|[оеь]вна|ична|инична)|оглы|оглу|углы|кызы|кизи|гызы")
#: Words of a name that say neither a surname nor a given name.
BEFORE_SURNAMES = frozenset(
    {"фон", "де", "ван", "дер", "ден", "ди", "дю", "ла", "ле", "лос", "аль", "эль", "ибн", "бин"}
)
BEHIND_NAMES = frozenset({"оглы", "оглу", "кызы", "кизи", "гызы", "углы", "заде", "бек", "бей"})
_LITTLE_WORDS = frozenset(
    ["бы", "во", "да", "до", "же", "за", "из", "ко", "ли", "на", "не", "ни", "но", "об", "от", "по", "со", "то"]
)
_LIKE_CYRILLIC = str.maketrans("abcehkmoptxy", "авсенкмортху")


@dataclass(frozen=True, slots=True)
class Initials:
    """Initials at the places `start` up to `end` that belong to the name at `name`; `keys` a letter each.

    `is_sure`: they are nothing else. «ЕА» may be initials, «УО» a word and «яз» the beginning of one.
    """

    start: int
    end: int
    name: int
    keys: tuple[str, ...]
    is_sure: bool = True


def initial_keys(text: Sequence[Token]) -> set[str]:
    """What a text of names is found by for its initials."""
    words = [token.word for token in text]
    keys = {f"{ANY}{word[0]}" for word in words}
    keys |= {f"{SECOND}{token.word[0]}" for token in text if token.follows_hyphen}
    patronymics = [place for place in range(1, len(words)) if _PATRONYMIC.fullmatch(words[place])]
    for place in patronymics:
        if words[place] in BEHIND_NAMES and place - 1 in patronymics:
            continue
        keys |= {f"{GIVEN}{words[place - 1][0]}", f"{PATRONYMIC}{words[place][0]}"}
        if words[place] in BEHIND_NAMES and place > 2:  # «Алиев Рашид Гейдар оглы»
            keys |= {f"{GIVEN}{words[place - 2][0]}", f"{PATRONYMIC}{words[place - 1][0]}"}
    letters = [word for word in words if len(word) == 1]
    if letters and not patronymics:  # written with initials itself
        keys.add(f"{GIVEN}{letters[0]}")
        keys |= {f"{PATRONYMIC}{letter}" for letter in letters[1:2]}
    elif not patronymics:
        keys |= {f"{GIVEN}{word[0]}" for word in words}
    return keys


def initials(tokens: Sequence[Token]) -> Iterator[Initials]:
    """The initials in a query, each group beside the name that it belongs to."""
    place = 0
    while place < len(tokens):
        end = _group_end(tokens, place)
        if end == place:  # no letter, or one that is a surname
            place += 1
            continue
        letters = _letters(tokens[place:end])
        name = _name_beside(tokens, place, end)
        if name is not None:
            is_sure = end - place > 1 or len(tokens[place].word) == 1
            yield Initials(place, end, name, _keys(tokens, place, name, letters), is_sure)
        place = end


def is_name_like(word: str) -> bool:
    """Whether a word may be part of a person's name, by the dictionary or by its ending."""
    return bool(parts_of_a_name(word)) or looks_like_surname(word)


def _group_end(tokens: Sequence[Token], start: int) -> int:
    """Where the one or two letters end that begin here; `start` if none do."""
    if len(tokens[start].word) == 2 and (tokens[start].is_upper or _ends_with_letters(tokens, start)):
        return start + 1
    end = start
    while end < len(tokens) and _is_letter(tokens[end]):
        end += 1
    if end - start > 2:  # «Ю А. И.», «А. И. Ю»: the surname has one letter as well
        return start if not tokens[start].has_dot and tokens[start + 1].has_dot else start + 2
    return end


def _ends_with_letters(tokens: Sequence[Token], place: int) -> bool:
    """Two small letters behind a surname, at the end: «иванова еа», and no preposition."""
    word = tokens[place].word
    return 0 < place == len(tokens) - 1 and word not in _LITTLE_WORDS and is_name_like(tokens[place - 1].word)


def _is_letter(token: Token) -> bool:
    return len(token.word) == 1 and token.word.isalpha() and not token.follows_hyphen


def _letters(group: Iterable[Token]) -> list[str]:
    return [letter.translate(_LIKE_CYRILLIC) for token in group for letter in token.word]


def _name_beside(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The place of the name to which letters belong; None where they are words of their own («Иванов и Петров»)."""
    group = tokens[start:end]
    beside = [place for place in (start - 1, end) if 0 <= place < len(tokens) and _is_name_word(tokens[place].word)]
    if not beside and len(group) == 2:
        letters = [place for place in (start - 1, end) if 0 <= place < len(tokens) and _is_letter(tokens[place])]
        return letters[0] if letters else None
    like = [place for place in beside if is_name_like(tokens[place].word)]
    sure = all(token.has_dot or token.is_upper for token in group) and (len(group) > 1 or len(group[0].word) > 1)
    if like:
        is_whole = len(group) > 1 or group[0].has_dot or group[0].is_upper or len(group[0].word) > 1
        if is_whole or group[0].word not in STOPWORDS or (end == len(tokens) and like[0] == start - 1):
            return like[0]
        return None
    if sure and beside and all(token.has_dot for token in group):
        return beside[0]
    return None


def _is_name_word(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and "а" <= word[0] <= "я"


def _keys(tokens: Sequence[Token], start: int, name: int, letters: list[str]) -> tuple[str, ...]:
    if len(letters) > 1:
        return f"{GIVEN}{letters[0]}", f"{PATRONYMIC}{letters[1]}"
    before = [place for place in (start - 2, start - 1) if place >= 0 and is_name_like(tokens[place].word)]
    if name == start - 1 and len(before) == 2:
        return (f"{PATRONYMIC}{letters[0]}",)  # «Ковалёва Елена Е.»
    if parts_of_a_name(tokens[name].word) == {"Name"}:
        return (f"{ANY}{letters[0]}",)  # «Елена К.»: the letter of a patronymic or of a surname
    return (f"{GIVEN}{letters[0]}",)
