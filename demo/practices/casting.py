"""Which practice stands where: forty rows of (municipality, state, who sent it)."""

from __future__ import annotations

from bestpractices.review.enums import State

AUTHOR, METHODIST, COORDINATOR = "author", "methodist", "coordinator"

_HERE = "klyuchevskoy"
_NEXT = "lipovetsky"

#: In the order of the themes: each theme is told twice.
CAST: tuple[tuple[str, State, str], ...] = (
    (_HERE, State.PUBLISHED, METHODIST),
    (_NEXT, State.PUBLISHED, AUTHOR),
    (_HERE, State.MUNICIPAL, AUTHOR),
    ("severorechensk", State.PUBLISHED, AUTHOR),
    (_NEXT, State.MUNICIPAL, AUTHOR),
    (_HERE, State.RETURNED, METHODIST),
    ("zavodskoy", State.PUBLISHED, AUTHOR),
    (_HERE, State.EXPERTS, METHODIST),
    ("elovsky", State.PUBLISHED, AUTHOR),
    ("dolgopolyansky", State.REGION, AUTHOR),
    (_HERE, State.PUBLISHED, AUTHOR),
    ("rodnikovsky", State.EXPERTS, AUTHOR),
    (_NEXT, State.REGION, AUTHOR),
    (_HERE, State.DRAFT, METHODIST),
    ("severorechensk", State.PUBLISHED, AUTHOR),
    ("melnichny", State.EXPERTS, AUTHOR),
    ("grechishinsky", State.PUBLISHED, AUTHOR),
    (_HERE, State.REGION, COORDINATOR),
    ("kamnegorsky", State.PUBLISHED, AUTHOR),
    ("ilmensky", State.PUBLISHED, AUTHOR),
    ("severorechensk", State.EXPERTS, AUTHOR),
    (_NEXT, State.DRAFT, AUTHOR),
    ("beloozyorsky", State.PUBLISHED, AUTHOR),
    (_HERE, State.MUNICIPAL, METHODIST),
    ("malinovsky", State.REJECTED, AUTHOR),
    ("zaborsky", State.PUBLISHED, AUTHOR),
    ("ryabinovsky", State.PUBLISHED, AUTHOR),
    ("staroborsky", State.MUNICIPAL, AUTHOR),
    (_NEXT, State.EXPERTS, AUTHOR),
    ("kamennobrodsk", State.PUBLISHED, AUTHOR),
    ("vetlovsky", State.RETURNED, AUTHOR),
    ("zavodskoy", State.PUBLISHED, AUTHOR),
    ("melnichny", State.PUBLISHED, AUTHOR),
    ("peschansky", State.WITHDRAWN, AUTHOR),
    ("kamennobrodsk", State.PUBLISHED, AUTHOR),
    ("beryozovsky", State.REGION, AUTHOR),
    ("tikhorechensky", State.MUNICIPAL, AUTHOR),
    ("lugodolsky", State.PUBLISHED, AUTHOR),
    ("krutoyarsky", State.RETURNED, AUTHOR),
    ("perelessky", State.DRAFT, AUTHOR),
)

#: Experts without accounts, and where they work.
EXPERTS: tuple[tuple[str, str], ...] = (
    ("Астахова Людмила Викторовна", "severorechensk"),
    ("Жданов Михаил Ильич", "melnichny"),
    ("Корзухина Тамара Олеговна", "rodnikovsky"),
    ("Лебедянцев Артём Юрьевич", "zavodskoy"),
    ("Мухаметшина Гузель Ринатовна", "kamennobrodsk"),
    ("Панюков Сергей Вадимович", "beloozyorsky"),
    ("Рощина Вера Степановна", "olkhovsky"),
    ("Тетерина Юлия Андреевна", "beryozovsky"),
)

#: What experts and readers write.
COMMENTS = (
    "Взяла бы себе шаги целиком. Цифры небольшие, зато честные.",
    "Хочется больше сказать о том, кто отпускает учителя с урока.",
    "Ясно, что делать в понедельник. Это главное.",
    "Повторить можно и в малой школе, проверяла на своей.",
    "Неудачи описаны смелее, чем удачи. Так и надо.",
    "Источник цифр назван, но посмотреть его нельзя.",
    "Практика держится на одном человеке. Что будет, если он уйдёт?",
)
REMARKS = (
    ("resources", "Укажите, кто заменяет уроки."),
    ("steps", "Сколько длится разговор? Одной цифры хватит."),
    ("evidence", "Откуда цифра 94? Назовите журнал или опрос."),
    ("risks", "Что будет, если наставник заболеет?"),
)
