"""A line of invented orders that replace and change each other, in the branch of the Ключевской district."""

from datetime import date

from cms.acts.enums import Deed, Kind, Level, MentoringModel, RelationKind
from demo.acts.shapes import DemoAct

TEACHERS = MentoringModel.TEACHER_TEACHER
OFFICE, OFFICE_SHORT = "Управление образования Ключевского района", "управления образования Ключевского района"
MINISTRY = "Министерство образования Северореченской области"
MINISTRY_SHORT = "министерства образования Северореченской области"
HEAD = ("начальник управления образования", "Д. К. Рогожин")

INVENTED_ACTS = (
    DemoAct(
        "412-p",
        Level.REGIONAL,
        Kind.ORDER,
        MINISTRY,
        MINISTRY_SHORT,
        "412-п",
        date(2021, 6, 14),
        "Региональная система наставничества",
        "О региональной системе наставничества педагогических работников Северореченской области",
        "Создаёт региональный наставнический центр и просит муниципалитеты назначить координаторов.",
        models=(TEACHERS,),
        relations=((RelationKind.IMPLEMENTS, "r-145", None), (RelationKind.RESTS_ON, "3273-r", None)),
    ),
    DemoAct(
        "98-p",
        Level.REGIONAL,
        Kind.ORDER,
        MINISTRY,
        MINISTRY_SHORT,
        "98-п",
        date(2026, 7, 1),
        "Изменения в региональной системе наставничества",
        "О внесении изменений в приказ от 14.06.2021 № 412-п",
        "Наставник встречается с молодым педагогом не реже двух раз в месяц; отчёт сдаётся раз в полугодие.",
        models=(TEACHERS,),
        relations=((RelationKind.AMENDS, "412-p", None),),
    ),
    DemoAct(
        "187-o",
        Level.MUNICIPAL,
        Kind.ORDER,
        OFFICE,
        OFFICE_SHORT,
        "187-о",
        date(2020, 10, 12),
        "О наставничестве молодых учителей",
        "О наставничестве молодых учителей в школах Ключевского района",
        "Первый приказ района: наставник есть у каждого учителя первого года.",
        models=(TEACHERS,),
        paragraphs=(("1", Deed.ORDERS, "Руководителям школ закрепить наставника за каждым учителем первого года."),),
        signatory=HEAD,
        relations=((RelationKind.RESTS_ON, "r-145", None),),
        municipality="klyuchevskoy",
    ),
    DemoAct(
        "214-o",
        Level.MUNICIPAL,
        Kind.ORDER,
        OFFICE,
        OFFICE_SHORT,
        "214-о",
        date(2023, 9, 18),
        "Наставничество педагогов в Ключевском районе",
        "Об организации наставничества педагогических работников в Ключевском районе",
        "Вводит положение о наставничестве, совет наставников и порядок, в котором школы издают приказы о парах.",
        models=(TEACHERS,),
        preamble="В целях поддержки педагогов первых трёх лет работы и сохранения опыта старших коллег",
        paragraphs=(
            ("1", Deed.APPROVES, "Утвердить положение о наставничестве (приложение 1) и состав совета наставников."),
            ("2", Deed.APPOINTS, "Назначить муниципальным координатором методиста районного методического центра."),
            ("3", Deed.ORDERS, "Руководителям школ:"),
            ("3.1", Deed.ORDERS, "до 1 октября издать приказы о наставнических парах;"),
            ("3.2", Deed.ORDERS, "раз в полугодие принимать отчёты наставников."),
            ("4", Deed.OTHER, "Контроль возложить на заместителя начальника управления."),
        ),
        control="заместитель начальника управления образования",
        signatory=HEAD,
        appendices=(
            (
                "Положение о наставничестве педагогических работников",
                "Наставника предлагает куратор школы, а выбирает его сам молодой педагог.\n\n"
                "Пара работает по плану, который утверждает директор. План можно менять по просьбе любого из двоих.\n\n"
                "Встречи записываются в журнал. Журнал видят двое и куратор.",
            ),
        ),
        relations=(
            (RelationKind.RESTS_ON, "r-145", None),
            (RelationKind.RESTS_ON, "3273-r", None),
            (RelationKind.RESTS_ON, "412-p", None),
            (RelationKind.CANCELS, "187-o", None),
        ),
        municipality="klyuchevskoy",
    ),
    DemoAct(
        "176-o",
        Level.MUNICIPAL,
        Kind.ORDER,
        OFFICE,
        OFFICE_SHORT,
        "176-о",
        date(2024, 8, 30),
        "Изменения в порядке наставничества, Ключевской район",
        "О внесении изменений в приказ от 18.09.2023 № 214-о",
        "Школы с одним наставником могут просить наставника из соседней школы.",
        models=(TEACHERS,),
        paragraphs=(("1", Deed.ORDERS, "Дополнить пункт 3 словами о наставнике из другой школы района."),),
        signatory=HEAD,
        relations=((RelationKind.AMENDS, "214-o", None),),
        municipality="klyuchevskoy",
    ),
    DemoAct(
        "97-k",
        Level.ORGANISATION,
        Kind.ORDER,
        "Ракитинская средняя школа",
        "Ракитинской средней школы",
        "97-к",
        date(2023, 9, 21),
        "Наставнические пары Ракитинской школы",
        "Об утверждении наставнических пар на 2023/24 учебный год",
        "Школа закрепила четыре пары и назначила куратора.",
        models=(TEACHERS,),
        school_year=2023,
        paragraphs=(
            ("1", Deed.APPROVES, "Утвердить четыре наставнические пары."),
            ("2", Deed.APPOINTS, "Куратором назначить заместителя директора."),
        ),
        signatory=("директор школы", ""),
        relations=((RelationKind.IMPLEMENTS, "214-o", None),),
        municipality="klyuchevskoy",
    ),
)
