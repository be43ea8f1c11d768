"""What a search page says whatever it finds: «12 актов в Ключевском районе, запрос «аттестация»».

This is Russian grammar, not a list of messages: another language of the interface would bring a module of its own.
"""

from __future__ import annotations

from cms.wording import counted
from search.faceted.address import Search
from search.faceted.catalogue import Forms, Vocabulary, Voice, Words
from search.faceted.districts import place_words

CONDITIONS = ("", "это условие", "оба условия", "все три условия", "все четыре условия", "все пять условий",
              "все шесть условий", "все семь условий", "все восемь условий", "все девять условий",
              "все десять условий")  # fmt: skip


def voice(noun: Forms, empty: Words) -> Voice:
    """The sentences of a search that finds these; `empty` is said while there is nothing at all."""

    def found(total: int) -> str:
        one, few, many = map(str, noun)
        return counted(total, one, few, many)

    def headline(total: int, search: Search, vocabulary: Vocabulary, used_text: str) -> str:
        text = used_text or search.text
        sentence = " ".join(filter(None, (found(total), place_words(search, vocabulary.districts))))
        return f"{sentence}, запрос «{shortened(text)}»" if text else sentence

    def description(total: int, search: Search, vocabulary: Vocabulary, used_text: str) -> str:
        text = used_text or search.text
        conditions = [f"«{text}»"] if text else []
        for facet in search.catalogue.facets:
            values = facet.values(vocabulary, search.chosen)
            labels = [values[code] for code in search.chosen.get(facet.name, ()) if code in values]
            if labels:
                conditions.append(f"{str(facet.label).lower()}: {', '.join(labels)}")
        return f"Нашлось: {found(total)}. {'; '.join(conditions)}".strip()

    def announcement(total: int) -> str:
        if not total:
            return "Ничего не нашлось. Посмотрите, какое условие можно убрать."
        return f"Нашлось: {found(total)}."

    def nobody(search: Search) -> str:
        if not search.conditions:
            return str(empty)
        if search.conditions == 1 and search.text:
            return f"По запросу «{shortened(search.text)}» ничего не нашлось"
        return f"Под {condition_number(search.conditions)} ничего не подошло"

    return Voice(noun, headline, description, announcement, nobody)


def condition_number(number: int) -> str:
    """«все три условия»."""
    return CONDITIONS[number] if number < len(CONDITIONS) else f"все {number} условий"


def shortened(text: str) -> str:
    """At most sixty letters."""
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
