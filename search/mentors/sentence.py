"""What is shown, said in one sentence: «12 наставников по математике в двух районах».

This is Russian grammar, not a list of messages: another language of the interface would bring a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cms.wording import NO_BREAK_SPACE, agree, counted, grouped, within
from search.faceted.address import Search
from search.faceted.districts import place_words
from search.faceted.sentence import condition_number, shortened
from search.language.stems import stems
from search.language.tokens import words
from search.mentors.cases import DATIVE, decline
from search.mentors.facets import BY_NAME, FACETS
from search.mentors.vocabulary import Vocabulary

#: Numerals from two to ten after «по … предметам».
DATIVES = ("двум", "трём", "четырём", "пяти", "шести", "семи", "восьми", "девяти", "десяти")
MENTORS = ("наставник", "наставника", "наставников")
#: Facets whose values are names and keep their capital letters.
PROPER = frozenset({"district", "organisation"})


def headline(total: int, search: Search, vocabulary: Vocabulary, used_text: str = "") -> str:
    """The heading above the results; `used_text` is what was searched where the typed words were mended."""
    text = used_text or search.text
    subjects = _names(search, "subject", vocabulary)
    named = "" if subjects else _subject_named(text, vocabulary)
    place = place_words(search, vocabulary.districts)
    topic, apart = _topic(subjects or ([named] if named else []))
    found = counted(total, *MENTORS)
    sentence = " ".join(filter(None, (found, topic, place))) if search.conditions else f"В банке {found}"
    tail = [apart] if apart else []
    if text and not named:
        tail.append(f"запрос «{shortened(text)}»")
    return ", ".join([sentence, *tail])


def description(total: int, search: Search, vocabulary: Vocabulary, used_text: str = "") -> str:
    """Everything that narrows the search, for the head of the page and for who cannot see the chips."""
    text = used_text or search.text
    verb = "Найден" if agree(total, "1", "2", "5") == "1" else "Найдено"
    conditions = [f"«{text}»"] if text else []
    for facet in FACETS:
        labels = _names(search, facet.name, vocabulary)
        if facet.name not in PROPER:
            labels = [within(label) for label in labels]
        if labels:
            conditions.append(f"{within(str(facet.label))}: {', '.join(labels)}")
    found = f"{verb} {counted(total, *MENTORS)}"
    return f"{found}: {'; '.join(conditions)}." if conditions else f"{found}."


def nobody(search: Search) -> str:
    """The heading of an empty result: «Под все три условия никто не подошёл»."""
    number = search.conditions
    if not number:
        return "В банке пока нет наставников"
    if number == 1 and search.text:
        return f"По запросу «{shortened(search.text)}» никто не нашёлся"
    return f"Под {condition_number(number)} никто не подошёл"


def announcement(total: int) -> str:
    """What a screen reader says after the results have changed."""
    if not total:
        return "Никто не подошёл. Посмотрите, какое условие можно убрать."
    return f"{agree(total, 'Найден', 'Найдено', 'Найдено')} {counted(total, *MENTORS)}."


def _topic(subjects: Sequence[str]) -> tuple[str, str]:
    """«по математике и физике», and what could not be declined, to be named apart."""
    if not subjects:
        return "", ""
    if len(subjects) > 2:
        number = len(subjects)
        return (
            f"по{NO_BREAK_SPACE}{_numeral(number, DATIVES)} {agree(number, 'предмету', 'предметам', 'предметам')}",
            "",
        )
    declined = [decline(name, DATIVE) for name in subjects]
    # «и» inside a name would make a list of two look like a list of three.
    if all(declined) and not (len(declined) == 2 and any(" и " in name for name in declined)):
        return f"по{NO_BREAK_SPACE}{' и '.join(declined)}", ""
    word = "предмет" if len(subjects) == 1 else "предметы"
    return "", f"{word}: {', '.join(map(within, subjects))}"


def _numeral(number: int, words: Sequence[str]) -> str:
    return words[number - 2] if 2 <= number <= 10 else grouped(number)


def _names(search: Search, facet: str, vocabulary: Vocabulary) -> list[str]:
    codes = search.chosen.get(facet, ())
    if not codes:
        return []
    values = BY_NAME[facet].values(vocabulary, search.chosen)
    return [values[code] for code in codes if code in values]


def _subject_named(text: str, vocabulary: Vocabulary) -> str:
    """The subject that these words name in whatever form: «математике» is «Математика»."""
    wanted = _stems(text)
    return next((name for name in vocabulary.subjects.values() if wanted and _stems(name) == wanted), "")


@lru_cache(maxsize=1024)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stems(word)[0] for word in words(text))
