"""Categories, experience, addresses and subjects: the whole cell is understood, or what is left over is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.bank.enums import Category, ExperienceBand
from mentoring.bank.imports.values.categories import understand_category
from mentoring.bank.imports.values.contacts import read_contacts
from mentoring.bank.imports.values.experience import band, read_years
from mentoring.bank.imports.values.subjects import SUBJECT_FORMS, read_subjects
from mentoring.bank.imports.values.vocabulary import Vocabulary
from mentoring.reference.seed import SUBJECTS
from mentoring.reference.synonyms import SYNONYM_GROUPS

TODAY = date(2026, 11, 28)
VOCABULARY = Vocabulary({entry.code: entry.title for entry in SUBJECTS}, (*SUBJECT_FORMS, *SYNONYM_GROUPS))

#: Text → category; a star: something has a remark or is named.
CATEGORIES = """
высшая квалификационная категория → highest
высш. кв. кат. → highest
ВЫСШАЯ → highest
высшей категории → highest
вкк → highest
в/к → *
высшая бессрочно → highest
высшая (с 2021 г.) → highest
Высшая, пр. № 15 от 12.03.2021 → highest
Высшая квалификационная категория, до 28.02.2028 → highest
высшая по должности учитель → highest
высшая, кандидат наук → highest *
высшая, планирует педагог-методист → highest *
высшая; педагог-наставник; педагог-методист → highest
Первая/высшая → highest *
первая → first
пеpвая → first
1-я кв. к. → first
I кв. кат. → first
Ⅰ категория → first
1КК → first
пкк → first
первая, педагог-методист → first *
первая категория, соответствие → first *
без высшей, первая → first *
без категории → none
Без категории (молодой специалист) → none *
не аттестована → none
нет → none
б.к. → none
соответствие занимаемой должности → none *
Соотв. зан. долж. → none *
без категории, высшая → *
высшее образование → *
высшая школа экономики → *
первый год работы → *
1 класс → *
1 разряд → *
2 категория → *
II → *
11 → *
была высшая → *
первая (истекла) → *
высшая до 2020 г. → *
первая, действует до 31.12.2025 → *
первая с 01.09.2030 → *
подала заявление на первую → *
готовится к высшей → *
высшая? → *
нет высшей → *
соответствует первой категории → *
квалификационная категория «педагог-наставник» → *
отличник просвещения → *
н/д → *
- → *
"""
EXPERIENCE = """
11 - 20 л. → 11-20
стаж 12 лет → 11-20
педагогический стаж: 12 лет → 11-20
12 лет 3 мес. → 11-20
2 г. 5 м → 0-10
полгода → 0-10
до 3 лет → 0-10
больше 40 лет → 41-99
с 01.09.2015 → 11-20 *
около 20 → 11-20 *
30-20 → 21-30 *
молодой специалист → 0-10 *
−5 → *
минус 3 → *
20/15 → *
общий 20, пед. 15 → *
12 (общий 20) → *
2005 → *
с 2040 г. → *
100 → *
10.ноя → *
01.10.2026 → *
двадцать → *
10 11 → *
"""
#: Text → address for letters|page|phone.
CONTACTS = """
E-mail: anna@example.org → anna@example.org||
личная почта anna@example.org → anna@example.org||
anna@example.org 8-900-000-00-00 → anna@example.org||8-900-000-00-00
anna@example.org тел. 8 900 000 00 00 → anna@example.org||8 900 000 00 00
a@example.org,b@example.org → a@example.org|| *
anna@почта.рф → anna@почта.рф||
Почта: anna@example.org Сайт: https://x.example.org → anna@example.org|https://x.example.org|
https://school.example.org/a,b → |https://school.example.org/a,b|
https://школа.рф/anna → |https://школа.рф/anna|
www.example.org → |https://www.example.org| *
example.org/anna → |https://example.org/anna| *
https://a.example.org https://b.example.org → |https://a.example.org| *
8(86383)2-34-56 доб. 12 → ||8(86383)2-34-56 доб. 12
2-34-56 → ||2-34-56
8-900-000-00-00, 8-900-000-00-01 → ||8-900-000-00-00 *
page.htm → || *
файл.docx → || *
ivanova.anna → || *
D:/docs/site.ru → || *
\\\\server\\share\\a.htm → || *
https:/example.org → || *
ftp://example.org → || *
javascript:alert(1) → || *
https://example.org/a страница2 → || *
ivanova anna@example.org → || *
anna(at)example.org → || *
anna@example,org → || *
аnna@example.org → || *
anna@exаmple.org → || *
https://exаmple.org/anna → || *
@anna → || *
123-456-789 00 → || *
01.09.2020 → || *
нет почты → || *
"""
SUBJECT_CELLS = """
Учитель математики → mathematics
учитель физ-ры → physical-education
учитель рус. яз. и лит-ры → literature russian
учитель физры, инф-ки → informatics physical-education
преподаватель физкультуры → physical-education
учитель русского языка и литературы → literature russian
преподаватель-организатор ОБЗР → safety
инструктор по физкультуре → physical-education
рус.яз. и лит. → russian literature
Физика-астрономия → physics astronomy
Химия/биол. → chemistry biology
Матем, инф. → mathematics informatics
ин. яз. (фр.) → french
Иностранный язык (немецкий) → german
Ин. яз. – англ. → english
алгебра и начала анализа → mathematics
Окружающий мир → primary
Математика 5-6 класс → mathematics *
Русский язык 5 кл., литература 7 кл. → russian literature *
Математика, 8а → mathematics *
Технология (девочки) → technology *
Химия, экология → chemistry *
изо и черчение → fine-art *
классное руководство, химия → chemistry *
все предметы → *
второй иностранный → *
Физика-краеведение → *
социальный педагог → *
"""


def _cases(table: str) -> list[tuple[str, str, bool]]:
    found = []
    for line in table.strip("\n").splitlines():
        text, _arrow, right = line.rpartition("→")
        found.append((text.strip().replace("\\\\", "\\"), right.replace("*", "").strip(), "*" in right))
    return found


@pytest.mark.parametrize(("text", "category", "is_named"), _cases(CATEGORIES))
def test_a_category_is_held_or_it_is_not(text: str, category: str, is_named: bool) -> None:
    reading = understand_category(text, TODAY)

    assert (reading.category or "") == category
    assert bool(reading.remarks or reading.unknown) == is_named


def test_the_categories_above_the_highest_stand_beside_it_alone() -> None:
    assert understand_category("Высшая, педагог-методист").special == ("methodist",)
    assert understand_category("высшая категория; педагог-методист; педагог-наставник").special == (
        "methodist",
        "mentor",
    )
    assert understand_category("первая, педагог-методист").special == ()
    assert understand_category("педагог-наставник").category is None


@pytest.mark.parametrize(("text", "code", "is_named"), _cases(EXPERIENCE))
def test_experience_is_a_number_of_years_or_named(text: str, code: str, is_named: bool) -> None:
    reading = read_years(text, TODAY)

    assert (band(reading.years, list(ExperienceBand.values)) if reading.years else "") == code
    assert bool(reading.remark) == is_named


@pytest.mark.parametrize(("text", "right", "is_named"), _cases(CONTACTS))
def test_a_stretch_is_an_address_whole_or_none(text: str, right: str, is_named: bool) -> None:
    found = read_contacts(text)

    assert "|".join((found.email, found.page, found.phone)) == right
    assert bool(found.remarks) == is_named


@pytest.mark.parametrize(("text", "codes", "is_named"), _cases(SUBJECT_CELLS))
def test_known_subjects_go_in_and_the_rest_is_named(text: str, codes: str, is_named: bool) -> None:
    found = read_subjects(text, VOCABULARY.match)

    assert set(found.values) == set(codes.split())
    assert bool(found.unknown or found.remarks) == is_named


_TYPED = st.text("высшаяперв1Iбкнетдос20г.-–/();, @:wсoрg\n№«»", max_size=40)


@settings(max_examples=200, deadline=None)
@given(st.one_of(_TYPED, st.text(max_size=40)))
def test_no_cell_breaks_a_reader_and_nothing_is_lost_in_silence(text: str) -> None:
    category, years, contacts = understand_category(text), read_years(text), read_contacts(text)
    subjects = read_subjects(text, VOCABULARY.match)

    assert category.category in {None, *Category}
    if any(sign.isalnum() for sign in text):
        assert category.category or category.remarks or category.unknown
        assert subjects.values or subjects.unknown or subjects.remarks or "нет" in text.lower() or "н/д" in text
        assert years.years or years.is_any or years.remark or "нет" in text.lower() or "н/д" in text
    assert contacts.page == "" or contacts.page.startswith(("http://", "https://"))
