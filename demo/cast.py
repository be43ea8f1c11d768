"""The people of the site's stories: they take the place of the first teachers of their organisations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from demo.consents import FULL, choose_consents
from demo.dice import stream
from demo.selection import choose_selection
from demo.shapes import DemoMentor, DemoPerson
from demo.teaching import position
from mentoring.bank.enums import Category, ExperienceBand, Person, SelectionState


@dataclass(frozen=True, slots=True)
class _Part:
    """One person of the cast."""

    organisation: str
    name: str
    is_female: bool
    subjects: tuple[str, ...]
    directions: tuple[str, ...]
    audiences: tuple[str, ...]
    band: ExperienceBand
    places: int
    about: str


_CAST = (
    _Part(
        "klyuchevskoy-litsey-4",
        "Лосева Вера Аркадьевна",
        True,
        ("mathematics",),
        ("lesson-design", "exams", "underachievers", "assessment"),
        ("young-teacher", "newcomer"),
        ExperienceBand.FROM_31,
        2,
        "Разбираю планы уроков и контрольных, хожу на уроки и пускаю на свои. Больше всего люблю седьмые классы и "
        "первые "
        "месяцы после вуза: там один точный вопрос меняет четверть.",
    ),
    _Part(
        "klyuchevskoy-litsey-4",
        "Гордеева Марина Павловна",
        True,
        ("mathematics",),
        ("exams", "class-management"),
        ("young-teacher",),
        ExperienceBand.FROM_31,
        3,
        "Алгебру объясняю через черновик: сначала ищем, потом оформляем. Молодым коллегам показываю, как проверять "
        "тетради "
        "за час.",
    ),
    _Part(
        "klyuchevskoy-rakitinskaya-shkola",
        "Студенцов Николай Петрович",
        False,
        ("mathematics", "physics"),
        ("lesson-design", "projects"),
        ("young-teacher",),
        ExperienceBand.FROM_21,
        3,
        "В маленькой школе веду сразу два предмета и знаю, как не утонуть в подготовке. Приезжайте: покажу кабинет "
        "«Точки "
        "роста» и урок на стыке физики и математики.",
    ),
    _Part(
        "klyuchevskoy-zarechnaya-shkola",
        "Ярцева Инна Фёдоровна",
        True,
        ("mathematics", "primary"),
        ("discipline", "class-management"),
        ("newcomer",),
        ExperienceBand.FROM_21,
        2,
        "Пришла в математику из начальной школы и помогаю тем, кто меняет класс или предмет. Со мной можно начать с "
        "самого "
        "простого вопроса.",
    ),
    _Part(
        "lipovetsky-lipovetskaya-shkola-2",
        "Хайруллина Алсу Ренатовна",
        True,
        ("mathematics", "informatics"),
        ("digital", "exams"),
        ("no-modern-technology",),
        ExperienceBand.FROM_21,
        1,
        "Электронный журнал, доска, таблицы: осваиваем по одной кнопке за встречу. Опытным коллегам объясняю "
        "технику без "
        "спешки и лишних слов.",
    ),
)


def _confirmed(today: date, position_in_cast: int) -> date:
    return today - timedelta(days=3 + 5 * position_in_cast)


def _played(mentor: DemoMentor, part: _Part, number: int, kind: str, today: date) -> DemoMentor:
    """The mentor's row with the part's person in it."""
    rng = stream(f"cast/{part.name}")
    last, first, middle = part.name.split()
    selection = choose_selection(rng, Person.TEACHER, mentor.municipality, today, SelectionState.PAIRED)
    return replace(
        mentor,
        person=DemoPerson(last, first, middle, part.is_female),
        who=str(Person.TEACHER),
        is_minor=False,
        position=position(kind, part.subjects),
        subjects=part.subjects,
        directions=part.directions,
        audiences=part.audiences,
        experience_band=str(part.band),
        category=str(Category.HIGHEST),
        mentee_experience=("0-3",),
        mentee_categories=("none",),
        meetings=("in-person", "distance"),
        places=part.places,
        about=part.about,
        state=selection.state,
        history=selection.history,
        trainings=selection.trainings,
        confirmed_on=_confirmed(today, number),
        consents=choose_consents(rng, today, FULL),
    )


def with_cast(mentors: tuple[DemoMentor, ...], kinds: dict[str, str], today: date) -> Iterator[DemoMentor]:
    """The mentors with the cast among them; ``kinds`` gives the kind of an organisation by its code."""
    waiting = list(enumerate(_CAST))
    for mentor in mentors:
        part = next((entry for entry in waiting if entry[1].organisation == mentor.organisation), None)
        if part is None or mentor.who != Person.TEACHER:
            yield mentor
            continue
        waiting.remove(part)
        yield _played(mentor, part[1], part[0], kinds[mentor.organisation], today)
