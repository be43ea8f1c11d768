"""Methodical cases, portfolio links, mailboxes and pages of the mentors, all on hosts that cannot exist."""

import random

from demo.latin import slug
from demo.shapes import DemoOrganisation, DemoPerson
from demo.texts.compose import NOT_LESSONS, SUBJECTS

_CASES = (
    "Как объяснить {x} за один урок",
    "Разбираем {x}: опыт одного класса",
    "Молодой учитель осваивает {x}: дневник полугодия",
    "Смотрим вдвоём {x}: два взгляда на один урок",
    "Три попытки объяснить {x}",
    "От вопроса к плану: собираем {x}",
    "Месяц с наставником: пробуем {x}",
    "Что помогает понять {x}: разбор приёмов",
    "Учимся видеть {x} глазами ученика",
    "Как перестать бояться и полюбить {x}",
    "Готовим {x} вместе: план трёх встреч",
    "Как мы пересобрали {x}: случай из практики",
)
_LINKS = ("Разработки уроков", "Портфолио", "Запись открытого урока", "Рабочие листы", "Статьи и выступления")


#: Titles that fit papers and troubles as well as lessons.
_CASES_OF_ANY_WORK = tuple(title for title in _CASES if title.startswith(("Разбираем", "Месяц", "Готовим", "Как мы")))


def case(rng: random.Random, subject: str, number: int) -> tuple[str, str]:
    """The title and address of a methodical case; two empty strings for most mentors."""
    if rng.random() > 0.27:
        return "", ""
    title = rng.choice(_CASES_OF_ANY_WORK if subject in NOT_LESSONS else _CASES).replace(
        "{x}", rng.choice(SUBJECTS[subject].phrases)
    )
    return title, f"https://cases.severorechensk.example/{number}/"


def portfolio(rng: random.Random, number: int) -> tuple[tuple[str, str], ...]:
    """Titles and addresses of the portfolio; empty for most mentors."""
    if rng.random() > 0.34:
        return ()
    titles = rng.sample(_LINKS, rng.choice((1, 1, 2, 3)))
    return tuple((title, f"https://portfolio.severorechensk.example/{number}/{slug(title)}/") for title in titles)


def email(person: DemoPerson, organisation: DemoOrganisation, number: int) -> str:
    """The mailbox at the organisation; the number keeps namesakes apart."""
    return f"{slug(person.last_name)}.{number}@{organisation.code}.example"


def page(rng: random.Random, person: DemoPerson, organisation: DemoOrganisation) -> str:
    """The mentor's page on the site of the organisation, for about half of them."""
    if rng.random() > 0.55:
        return ""
    return f"{organisation.site}nastavniki/{slug(person.last_name)}/"
