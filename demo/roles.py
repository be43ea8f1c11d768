"""Mentors who are not teachers: who they are, where they stand, how old they are."""

import random

from cms.territories.enums import OrganisationKind
from demo.dice import weighted
from demo.texts.compose import agreed
from mentoring.bank.enums import Person

_IN_SCHOOL = (
    (Person.TEACHER, 889), (Person.HEAD, 26), (Person.PUPIL, 56), (Person.STUDENT, 9), (Person.GRADUATE, 7),
    (Person.EMPLOYER, 7), (Person.PARENT, 6),
)  # fmt: skip
_IN_KINDERGARTEN = ((Person.TEACHER, 940), (Person.HEAD, 45), (Person.PARENT, 15))
_IN_COLLEGE = ((Person.TEACHER, 860), (Person.HEAD, 25), (Person.STUDENT, 75), (Person.EMPLOYER, 40))
_IN_EXTRA = ((Person.TEACHER, 930), (Person.HEAD, 40), (Person.GRADUATE, 30))
_BY_KIND = {
    OrganisationKind.KINDERGARTEN: _IN_KINDERGARTEN,
    OrganisationKind.COLLEGE: _IN_COLLEGE,
    OrganisationKind.EXTRA: _IN_EXTRA,
}
_AGES = {
    Person.HEAD: (36, 63),
    Person.STUDENT: (19, 23),
    Person.PUPIL: (14, 17),
    Person.GRADUATE: (21, 34),
    Person.EMPLOYER: (33, 62),
    Person.PARENT: (32, 49),
}
_HEADS = (
    "Директор",
    "Заместитель директора по учебно-воспитательной работе",
    "Заместитель директора по воспитательной работе",
    "Заместитель директора по научно-методической работе",
)
_KINDERGARTEN_HEADS = ("Заведующий", "Старший воспитатель", "Заместитель заведующего")
_PROFESSIONS = (
    "инженер", "агроном", "бухгалтер", "врач", "программист", "юрист", "ветеринар", "эколог", "механик", "архитектор",
    "журналист", "технолог", "электрик",
)  # fmt: skip
_EMPLOYERS = (
    "Главный агроном хозяйства «Заря»",
    "Начальник цеха завода «Северный станок»",
    "Инженер ремонтного депо",
    "Мастер участка комбината «Река»",
    "Руководитель кадровой службы молокозавода",
    "Ведущий программист компании «Пристань»",
    "Лесничий",
    "Главный врач участковой больницы",
    "Владелец столярной мастерской",
    "Шеф-повар районной столовой",
)


def choose_who(rng: random.Random, kind: str) -> Person:
    """Who the next mentor of an organisation of the kind is; nearly always a teacher."""
    return weighted(rng, _BY_KIND.get(OrganisationKind(kind), _IN_SCHOOL))


def choose_age(rng: random.Random, who: Person) -> int:
    """The age in years of a mentor who is not a teacher."""
    return rng.randint(*_AGES[who])


def role_position(rng: random.Random, who: Person, kind: str, is_female: bool, age: int) -> str:
    """The post or status: «Студентка 3 курса», «Заместитель директора по воспитательной работе»."""
    if who == Person.HEAD:
        return rng.choice(_KINDERGARTEN_HEADS if kind == OrganisationKind.KINDERGARTEN else _HEADS)
    if who == Person.EMPLOYER:
        return rng.choice(_EMPLOYERS)
    texts = {
        Person.STUDENT: f"{{Студент/Студентка}} {min(age - 17, 4)} курса",
        Person.PUPIL: f"{{Ученик/Ученица}} {age - 6} класса",
        Person.GRADUATE: f"{{Выпускник/Выпускница}} школы, {rng.choice(_PROFESSIONS)}",
        Person.PARENT: f"{{Отец/Мать}} ученика {rng.randint(2, 10)} класса, {rng.choice(_PROFESSIONS)}",
    }
    if who == Person.PARENT and kind == OrganisationKind.KINDERGARTEN:
        texts[who] = f"{{Отец/Мать}} воспитанника, {rng.choice(_PROFESSIONS)}"
    return agreed(texts[who], is_female)
