"""The thirty-two queries: what a teacher, a methodist and a robot ask, against codes that the bank really has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.interface import Query

PAGE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A query under a group («two filters», «text», …)."""

    group: str
    query: Query

    @property
    def has_text(self) -> bool:
        return bool(self.query.text)

    @property
    def is_mistyped(self) -> bool:
        """True where an engine that mends nothing would find nothing."""
        return self.group == "typos"


def asked(counts: Mapping[str, Mapping[str, int]]) -> list[Asked]:
    """The queries, made of the most frequent and of rarer values of each facet (`counts` of an empty query)."""
    by_count = {facet: sorted(codes, key=lambda code: (-codes[code], code)) for facet, codes in counts.items()}

    def some(facet: str, *places: int) -> tuple[str, ...]:
        codes = by_count[facet]
        return tuple(codes[min(place, len(codes) - 1)] for place in places)

    grown: list[tuple[str, str, Mapping[str, Sequence[str]], int]] = [
        ("no filter", "", {}, 1),
        ("one filter", "", {"district": some("district", 0)}, 1),
        ("one filter", "", {"district": some("district", 20)}, 1),
        ("one filter", "", {"subject": some("subject", 0)}, 1),
        ("one filter", "", {"subject": some("subject", 9)}, 1),
        ("one filter", "", {"category": ("highest",)}, 1),
        ("one filter", "", {"places": ("free",)}, 1),
        ("one filter", "", {"meeting": ("distance",)}, 1),
        ("several filters", "", {"district": some("district", 0, 5), "category": ("highest",)}, 1),
        ("several filters", "", {"subject": some("subject", 1, 2, 3), "places": ("free",)}, 1),
        ("several filters", "", {"district": some("district", *range(8)), "subject": some("subject", 1)}, 1),
        ("several filters", "", {"direction": some("direction", 2), "audience": some("audience", 0, 1)}, 1),
        ("several filters", "", {"district": some("district", 1), "organisation": some("organisation", 0, 1, 2)}, 1),
        (
            *("several filters", ""),
            {
                "district": some("district", 0, 1, 2),
                "subject": some("subject", 0, 1),
                "category": ("highest", "first"),
                "places": ("free",),
            },
            1,
        ),
        ("deep page", "", {}, 150),
        ("deep page", "", {"category": ("highest", "first")}, 60),
        ("deep page", "", {"meeting": ("in-person",), "places": ("free",)}, 40),
        ("text", "математика", {}, 1),
        ("text", "русский язык и литература", {}, 1),
        ("text", "подготовка к урокам", {}, 1),
        ("text", "классный час", {}, 1),
        ("text", "молодой педагог", {}, 1),
        ("text", "физика", {}, 2),
        ("text with filters", "математика", {"district": some("district", 0, 1)}, 1),
        ("text with filters", "английский язык", {"category": ("highest",), "places": ("free",)}, 1),
        ("text with filters", "урок", {"meeting": ("distance",)}, 1),
        ("text with filters", "класс", {"subject": some("subject", 0, 1), "district": some("district", 0)}, 1),
        ("typos", "математека", {}, 1),
        ("typos", "vfntvfnbrf", {}, 1),
        ("typos", "руский язык", {"category": ("highest",)}, 1),
        ("no hit", "квазистационарный", {}, 1),
        ("no hit", "", {"subject": ("no-such-subject",)}, 1),
    ]
    return [Asked(group, Query(text, dict(filters), page=page, page_size=PAGE)) for group, text, filters, page in grown]
