"""People's names in any case, never stemmed: «Ивановой» finds Иванов and Иванова, but not Иванченко."""

import re
from functools import lru_cache

from search.language.morphology import personal_lemmas

# Endings of nouns and possessive surnames (Иванов, Мельник, Сорока, Гоголь, Анна, Юрий). The -ов of a genitive
# plural is not among them: it is what surnames are made of.
_ENDINGS = (
    *("ыми", "ами", "ями", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "ых", "ах", "ях", "ам", "ям", "ью", "ии"),
    *("а", "я", "у", "ю", "е", "ы", "и", "ь", "й"),
)
# Adjectival surnames: Достоевский, Белая, Толстому, Черных.
_ADJECTIVE = re.compile(
    r"(?P<base>[а-я]{3,})(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ою|ею|ей|ые|ие|ых|их|ыми|ими)"
)
# A vowel that other cases drop: Кравец – Кравца, Коломиец – Коломийца, Заяц – Зайца, Орёл – Орла, Конёк – Конька.
_FLEETING = re.compile(r"(?P<base>[а-я]*(?P<before>[а-я]))(?:[ея](?=ц)|[ео](?=[кл]|нь))(?P<last>[цкл]|нь)")
_VOWELS = "аеиоуыэюя"
_SHORTEST = 2  # letters of a base: Ян, Цоя
#: Surnames of two letters: whoever types one alone has finished.
SHORT_SURNAMES = frozenset(["ан", "ге", "ен", "ли", "лю", "ни", "сю", "те", "хе", "цу", "юн", "ян"])


@lru_cache(maxsize=20_000)
def name_keys(word: str) -> tuple[str, ...]:
    """Keys of a normalised word taken as part of a name; two forms of one name share at least one."""
    keys = dict.fromkeys([word, *_bases(word)])
    if adjective := _ADJECTIVE.fullmatch(word):
        keys[adjective["base"] + "~"] = None
    keys |= dict.fromkeys(_without_fleeting_vowel(word))
    if word.isalpha() and "а" <= word[0] <= "я":
        for lemma in sorted(personal_lemmas(word)):
            keys |= dict.fromkeys([lemma, *_bases(lemma)])
    return tuple(keys)


def _bases(word: str) -> list[str]:
    bases = []
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            # Наталья and Наталия, Софья and София are one name.
            soft = base.rstrip("ьи")
            bases.append(soft if len(soft) > _SHORTEST else base)
    return bases


def _without_fleeting_vowel(word: str) -> list[str]:
    """The bases of the other cases; which of two is said depends on the person."""
    found = _FLEETING.fullmatch(word)
    if found is None or len(found["base"]) < _SHORTEST:
        return []
    base, last = found["base"], found["last"].rstrip("ь")
    if found["before"] in _VOWELS:
        return [f"{base}й{last}"] if last == "ц" else []
    return [base + last, f"{base}ь{last}"] if found["before"] in "лнр" and last != "л" else [base + last]
