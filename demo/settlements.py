"""Villages of the invented region: each name stands once, with the adjective that its school is called by."""

import random
from dataclasses import dataclass

from demo.dice import weighted
from demo.words import words

_BASES = words("""
    Ракитино Осиновка Калиновка Вишнёвка Дубровка Липовка Кленовка Грушевка Орловка Соколовка Журавлёвка
    Лебедевка Гусевка Медведевка Волковка Бобровка Барсуково Зайцево Лосево Ершово Карасёво Щукино Сомовка
    Петровка Михайловка Николаевка Алексеевка Андреевка Семёновка Степановка Павловка Фёдоровка Григорьевка
    Васильевка Дмитриевка Александровка Марьино Дарьино Екатериновка Еленовка Софьино Татьяновка Каменка
    Песковка Глинково Родниково Ручьёвка Озёровка Мельниково Кузнецово Гончарово Плотниково Столярово Бочкарёво
    Сапожково Рыбаково Пастухово Ягодино Хлебниково Овсянниково Гречихино Ромашкино Васильково Крапивино
    Репьёвка Снегирёво Синицыно Скворцово Грачёвка Воробьёво Кукушкино Дроздово Кедровка Пихтовка Боровка
    Полянка Моховка Камышовка Тростянка Рогозино
""")

# How the prefix stands in the village's name (feminine, neuter) and in the adjective.
_PREFIXES = (
    ("Верхняя", "Верхнее", "Верхне"),
    ("Нижняя", "Нижнее", "Нижне"),
    ("Старая", "Старое", "Старо"),
    ("Новая", "Новое", "Ново"),
    ("Малая", "Малое", "Мало"),
    ("Красная", "Красное", "Красно"),
)
_TYPES = (("с.", 6), ("д.", 3), ("п.", 2), ("х.", 1))


@dataclass(frozen=True, slots=True)
class Village:
    """«с. Ракитино» and «Ракитинская»."""

    name: str
    adjective: str


def _adjective(base: str) -> str:
    """The feminine adjective of a name in -ка or -о: «Берёзовка» gives «Берёзовская»."""
    return base.removesuffix("ка").removesuffix("о") + "ская"


def _name(kind: str, base: str, prefix: tuple[str, str, str] | None) -> Village:
    if prefix is None:
        return Village(f"{kind} {base}", _adjective(base))
    feminine, neuter, joined = prefix
    first = feminine if base.endswith("ка") else neuter
    return Village(f"{kind} {first} {base}", joined + _adjective(base).lower())


def build_villages(rng: random.Random) -> list[Village]:
    """All villages in a shuffled order; the plain names and the prefixed ones are mixed."""
    forms: list[tuple[str, tuple[str, str, str] | None]] = [(base, None) for base in _BASES if base != "Ракитино"]
    forms += [(base, rng.choice(_PREFIXES)) for base in _BASES]
    forms += [(base, prefix) for base in _BASES[::3] for prefix in _PREFIXES]
    unique = list(dict.fromkeys(forms))
    rng.shuffle(unique)
    return [_name(weighted(rng, _TYPES), base, prefix) for base, prefix in unique]
