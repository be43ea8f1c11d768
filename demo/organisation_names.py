"""What the organisations of the invented region are called, in short and as in their charters."""

from cms.territories.enums import MunicipalityKind, OrganisationKind
from demo.shapes import DemoMunicipality

KINDERGARTENS = (
    "Ромашка Теремок Солнышко Родничок Колокольчик Сказка Светлячок Ладушки Берёзка Аленький цветочек Журавушка "
    "Рябинка "
    "Золотой ключик Радуга Капелька Василёк Росинка Ласточка Почемучка Дюймовочка Жемчужинка Ивушка Одуванчик Облачко "
    "Пчёлка Лучик Семицветик Кораблик Зёрнышко Снегирёк Земляничка Подсолнух Тополёк Лесная полянка Огонёк Ручеёк "
    "Улыбка Забава Малинка Звёздочка Незабудка Матрёшка Карусель Вишенка Непоседы"
)
_TWO_WORDS = ("Аленький цветочек", "Золотой ключик", "Лесная полянка")


def kindergarten_names() -> list[str]:
    """Names of kindergartens; two-word ones are kept whole."""
    rest = KINDERGARTENS
    for name in _TWO_WORDS:
        rest = rest.replace(name, "")
    return [*_TWO_WORDS, *rest.split()]


COLLEGES = {
    "severorechensk": (
        "Северореченский педагогический колледж",
        "Северореченский политехнический техникум",
        "Северореченский колледж искусств",
        "Северореченский медицинский колледж",
    ),
    "zavodskoy": ("Заводской индустриальный техникум", "Колледж строительства и дизайна"),
    "kamennobrodsk": ("Каменнобродский горный техникум",),
    "rodnikovsky": ("Родниковский педагогический колледж",),
    "melnichny": ("Мельничный техникум пищевых производств",),
    "klyuchevskoy": ("Ключевской аграрный техникум",),
    "lipovetsky": ("Липовецкий лесотехнический техникум",),
    "malinovsky": ("Малиновский колледж транспорта",),
}
LYCEUMS = {
    "severorechensk": (2, 9, 17),
    "zavodskoy": (1, 6),
    "rodnikovsky": (3,),
    "melnichny": (2,),
    "klyuchevskoy": (4,),
    "kamennobrodsk": (5,),
    "malinovsky": (1,),
    "grechishinsky": (2,),
}
GYMNASIUMS = {
    "severorechensk": (1, 5, 11),
    "zavodskoy": (3, 8),
    "kamennobrodsk": (1,),
    "rodnikovsky": (2,),
    "melnichny": (1,),
    "ilmensky": (1,),
    "olkhovsky": (1,),
}
EXTRAS = (
    "Дом детского творчества",
    "Центр детского и юношеского творчества",
    "Станция юных натуралистов",
    "Детская школа искусств",
    "Центр «Новые горизонты»",
    "Станция юных техников",
    "Центр «Точка опоры»",
    "Спортивная школа «Старт»",
)


def territory_genitive(municipality: DemoMunicipality) -> str:
    """«Ключевского района», «городского округа Заводской»: whose organisation it is."""
    if municipality.kind == MunicipalityKind.CITY_OKRUG:
        return municipality.name.replace("городской округ", "городского округа", 1)
    whose = municipality.short_name[:-2] + "ого"
    if municipality.kind == MunicipalityKind.MUNICIPAL_OKRUG:
        return f"{whose} муниципального округа"
    return f"{whose} района"


def full_name(kind: str, short_name: str, municipality: DemoMunicipality, form: str) -> str:
    """The name of the charter; ``form`` is «бюджетное», «казённое» or «автономное»."""
    whose = territory_genitive(municipality)
    if kind == OrganisationKind.COLLEGE:
        return f"Государственное {form} профессиональное образовательное учреждение «{short_name}»"
    bare = short_name.replace("«", "„").replace("»", "“")
    if kind == OrganisationKind.KINDERGARTEN:
        return f"Муниципальное {form} дошкольное образовательное учреждение «{bare}» {whose}"
    if kind == OrganisationKind.EXTRA:
        return f"Муниципальное {form} учреждение дополнительного образования «{bare}» {whose}"
    if kind == OrganisationKind.SCHOOL:
        bare = bare.replace("школа", "средняя общеобразовательная школа").replace("Школа", "Средняя школа")
    return f"Муниципальное {form} общеобразовательное учреждение «{bare}» {whose}"
