"""Experience, category and honours, which grow together."""

import random
from dataclasses import dataclass

from demo.dice import weighted
from mentoring.bank.enums import Category, ExperienceBand, SpecialCategory

# Years of experience and the share of the band among mentors.
_BANDS = (
    (ExperienceBand.UP_TO_10, 14, (2, 10)),
    (ExperienceBand.FROM_11, 27, (11, 20)),
    (ExperienceBand.FROM_21, 33, (21, 30)),
    (ExperienceBand.FROM_31, 20, (31, 40)),
    (ExperienceBand.FROM_41, 6, (41, 49)),
)
_CATEGORIES = {
    ExperienceBand.UP_TO_10: ((Category.HIGHEST, 10), (Category.FIRST, 38), (Category.NONE, 52)),
    ExperienceBand.FROM_11: ((Category.HIGHEST, 42), (Category.FIRST, 41), (Category.NONE, 17)),
    ExperienceBand.FROM_21: ((Category.HIGHEST, 60), (Category.FIRST, 30), (Category.NONE, 10)),
    ExperienceBand.FROM_31: ((Category.HIGHEST, 65), (Category.FIRST, 26), (Category.NONE, 9)),
    ExperienceBand.FROM_41: ((Category.HIGHEST, 64), (Category.FIRST, 22), (Category.NONE, 14)),
}
_TITLE = "Заслуженный учитель Российской Федерации"
_HONOURS = (
    ("Почётный работник сферы образования Российской Федерации", 16),
    ("Почётный работник воспитания и просвещения Российской Федерации", 10),
    ("Почётная грамота Министерства просвещения Российской Федерации", 30),
    ("Почётная грамота министерства образования Северореченской области", 34),
    ("Ветеран труда Северореченской области", 14),
    ("Отличник народного просвещения", 4),
    ("Победитель областного конкурса «Учитель года»", 5),
    ("Призёр областного конкурса «Сердце отдаю детям»", 4),
    ("Победитель муниципального конкурса «Педагогический старт»", 6),
    ("Медаль «За службу просвещению Северореченской области»", 3),
)


@dataclass(frozen=True, slots=True)
class Career:
    """Years of experience, their band, the category and the honours (empty for most)."""

    years: int
    band: str
    category: str
    honours: str
    is_honoured: bool


def choose_career(rng: random.Random) -> Career:
    """The career of a teacher: the longer, the likelier a category and honours."""
    band, years = weighted(rng, [((band, years), share) for band, share, years in _BANDS])
    category = weighted(rng, _CATEGORIES[band])
    experience = rng.randint(*years)
    is_honoured = experience > 25 and category == Category.HIGHEST and rng.random() < 0.025
    names = [_TITLE] if is_honoured else []
    if rng.random() < experience / 90 + (0.12 if category == Category.HIGHEST else 0):
        names.append(weighted(rng, _HONOURS))
    return Career(experience, str(band), str(category), "; ".join(names), is_honoured)


def special_categories(number: int, career: Career) -> tuple[str, ...]:
    """The categories above the highest: a few experienced teachers have one, hardly anybody both.

    Drawn apart from everything else, by the mentor's number, so that nobody else's career depends on it.
    """
    if career.category != Category.HIGHEST or career.band == ExperienceBand.UP_TO_10:
        return ()
    rng = random.Random(f"special category {number}")
    return tuple(value for value in SpecialCategory.values if rng.random() < 0.04)
