"""The 33 municipalities of the invented Северореченская область and their places on the tile map."""

from cms.territories.enums import MunicipalityKind
from demo.shapes import DemoMunicipality

REGION_CODE = "severorechensk"
REGION_NAME = "Северореченская область"
REGION_GENITIVE = "Северореченской области"
CENTRE_NAME = "Региональный наставнический центр Северореченской области"
FOUNDER = "министерство образования Северореченской области"
ADDRESS = "Северореченск, ул. Учительская, 14"
PHONE = "8 (000) 000-00-00"

D, M, C = MunicipalityKind.DISTRICT, MunicipalityKind.MUNICIPAL_OKRUG, MunicipalityKind.CITY_OKRUG

# Code, kind, short name, seat, label and (column, row) on the tile map, weight, remote.
_ROWS: tuple[tuple[str, str, str, str, str, tuple[int, int], int, bool], ...] = (
    ("verkhnerechensky", D, "Верхнереченский", "с. Верхнеречье", "Верх.", (2, 0), 5, True),
    ("staroborsky", D, "Староборский", "р. п. Старый Бор", "Стар.", (3, 0), 9, False),
    ("ozerkovsky", D, "Озерковский", "с. Озерки", "Озер.", (4, 0), 4, True),
    ("lipovetsky", D, "Липовецкий", "с. Липовец", "Липо.", (0, 1), 13, False),
    ("klyuchevskoy", D, "Ключевской", "пос. Ключи", "Ключ.", (1, 1), 15, False),
    ("severorechensk", C, "Северореченск", "г. Северореченск", "Севе.", (2, 1), 42, False),
    ("kamnegorsky", M, "Камнегорский", "г. Камнегорск", "Камн.", (3, 1), 8, False),
    ("lugodolsky", D, "Лугодольский", "с. Лугодолье", "Луго.", (4, 1), 7, False),
    ("beloozyorsky", D, "Белоозёрский", "р. п. Белоозёрье", "Бело.", (0, 2), 10, False),
    ("novoberezhny", D, "Новобережный", "с. Новый Берег", "Ново.", (1, 2), 4, True),
    ("zaborsky", D, "Заборский", "с. Заборье", "Забо.", (2, 2), 8, False),
    ("ilmensky", M, "Ильменский", "пос. Ильмень", "Ильм.", (3, 2), 12, False),
    ("melnichny", M, "Мельничный", "г. Мельничный", "Мель.", (4, 2), 17, False),
    ("sosnovsky", D, "Сосновский", "с. Сосновка", "Сосн.", (5, 2), 6, True),
    ("vysokovsky", D, "Высоковский", "с. Высокое", "Высо.", (6, 2), 6, True),
    ("kamennobrodsk", C, "Каменнобродск", "г. Каменнобродск", "Каме.", (0, 3), 15, False),
    ("ryabinovsky", D, "Рябиновский", "с. Рябиновое", "Ряби.", (1, 3), 11, False),
    ("tikhorechensky", D, "Тихореченский", "с. Тихоречье", "Тихо.", (2, 3), 7, False),
    ("dolgopolyansky", D, "Долгополянский", "с. Долгая Поляна", "Долг.", (3, 3), 4, True),
    ("peschansky", D, "Песчанский", "пос. Песчаный", "Песч.", (4, 3), 9, False),
    ("olkhovsky", D, "Ольховский", "с. Ольховое", "Ольх.", (5, 3), 10, False),
    ("zavodskoy", C, "Заводской", "г. Заводской", "Заво.", (6, 3), 24, False),
    ("malinovsky", M, "Малиновский", "р. п. Малиновый", "Мали.", (1, 4), 13, False),
    ("yasnogorsky", D, "Ясногорский", "с. Ясные Горы", "Ясно.", (2, 4), 5, True),
    ("perelessky", D, "Перелесский", "с. Перелески", "Пере.", (3, 4), 7, False),
    ("studyonoksky", D, "Студёнокский", "с. Студёнок", "Студ.", (4, 4), 3, True),
    ("vetlovsky", D, "Ветловский", "с. Ветловое", "Ветл.", (5, 4), 6, False),
    ("grechishinsky", D, "Гречишинский", "р. п. Гречишино", "Греч.", (6, 4), 12, False),
    ("rodnikovsky", D, "Родниковский", "г. Родник", "Родн.", (1, 5), 18, False),
    ("beryozovsky", M, "Берёзовский", "р. п. Берёзовый", "Берё.", (2, 5), 10, False),
    ("elovsky", D, "Еловский", "с. Еловое", "Елов.", (3, 5), 6, True),
    ("cheryomukhovsky", D, "Черёмуховский", "с. Черёмухово", "Черё.", (4, 5), 8, False),
    ("krutoyarsky", D, "Крутоярский", "р. п. Крутой Яр", "Крут.", (5, 5), 8, False),
)


def _names(kind: str, short: str) -> tuple[str, str]:
    """The full name and its prepositional case: «Ключевской район», «Ключевском районе»."""
    if kind == MunicipalityKind.CITY_OKRUG:
        return f"городской округ {short}", f"городском округе {short}"
    where = short[:-2] + "ом"
    if kind == MunicipalityKind.MUNICIPAL_OKRUG:
        return f"{short} муниципальный округ", f"{where} муниципальном округе"
    return f"{short} район", f"{where} районе"


def build_municipalities() -> tuple[DemoMunicipality, ...]:
    """All municipalities in the order of the map, row by row."""
    built = []
    for code, kind, short, centre, label, (column, row), weight, is_remote in _ROWS:
        name, prepositional = _names(kind, short)
        short_name = f"г. о. {short}" if kind == MunicipalityKind.CITY_OKRUG else short
        built.append(
            DemoMunicipality(
                code, str(kind), name, short_name, prepositional, centre, label, column, row, weight, is_remote
            )
        )
    return tuple(built)
