"""Programmes of a district school, a city gymnasium and a far village school."""

from cms.territories.enums import OrganisationKind
from demo.programmes.shapes import DemoCurator, DemoProgramme, Form, Who
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.programmes.enums import Goal, StartMonth

FIRST_YEARS = DemoProgramme(
    slug="pervye-pyat-let",
    municipality="klyuchevskoy",
    kind=OrganisationKind.SCHOOL,
    title="Первые пять лет: учитель рядом",
    lead="Каждый, кто пришёл в школу меньше пяти лет назад, с первого сентября знает, к кому зайти после уроков.",
    definition="Наставничество для нас – договор двух коллег: один открывает дверь своего урока, "
    "другой – свои вопросы. Оценок здесь не ставят, зато вместе ищут, что попробовать завтра.",
    aim="Помочь начинающим учителям прожить первые годы без одиночества: уверенно вести урок, спокойно говорить "
    "с родителями и остаться в профессии, потому что получается.",
    goals=(Goal.KEEP, Goal.SPEED, Goal.MASTER),
    tasks=(
        "Узнать у каждого молодого учителя, что даётся труднее всего, и повторять разговор раз в четверть",
        "Собрать актив наставников и освободить им один час в неделю в расписании",
        "Составить с каждым индивидуальный маршрут не больше чем на три цели",
        "Открыть уроки наставников: не реже двух взаимных посещений в месяц",
        "Научить наставников задавать вопросы вместо готовых советов",
        "Вести учёт пар и встреч в журнале, который занимает пять минут",
        "Дважды в год сверять сделанное с целями и менять маршрут, если он не помогает",
        "Описать удачные приёмы и отдать их другим школам района",
    ),
    mentors=(Who("учителя со стажем от семи лет"), Who("руководители методических объединений")),
    mentees=(Who("учителя со стажем до пяти лет"), Who("педагоги, вернувшиеся в профессию после перерыва")),
    kinds=(MentoringKind.INDIVIDUAL, MentoringKind.COLLECTIVE),
    mentoring_forms=(MentoringForm.CLASSIC, MentoringForm.PARTNER),
    forms=(
        Form(
            PairModel.TEACHER_TEACHER,
            ("consultations", "mutual-lessons", "creative-workshops", "seminars", "young-teacher-school"),
            ("year-plan", "method-council", "young-support"),
            own_formats=("«Зелёная дверь»: урок, на который можно зайти без приглашения", "Разбор трудного разговора"),
        ),
        Form(
            PairModel.PUPIL_PUPIL,
            ("class-hours", "projects", "events"),
            ("upbringing", "self-government"),
            own_formats=("Шефство десятиклассников над пятым классом",),
        ),
    ),
    curator=DemoCurator(
        "Свешникова Лариса Олеговна", "заместитель директора по методической работе", "8 (000) 214-30-18", "phone"
    ),
    closed=5,
)

ELDERS = DemoProgramme(
    slug="starshie-mladshim",
    municipality="severorechensk",
    kind=OrganisationKind.GYMNASIUM,
    title="Старшие – младшим",
    lead="Старшеклассники ведут кружки и проекты для тех, кто младше, а учителя учатся друг у друга.",
    definition="Наставник не знает всех ответов, но недавно сам искал их и помнит дорогу. Поэтому у нас наставником "
    "может стать и ученик.",
    aim="Дать каждому пятикласснику старшего товарища, а каждому старшекласснику – дело, за которое он отвечает.",
    goals=(Goal.REVEAL, Goal.IMPROVE),
    tasks=(
        "Провести день знакомств, на котором младшие сами выбирают, с кем им интересно",
        "Подготовить старшеклассников: как слушать, как не делать за другого, куда идти с тревогой",
        "Запустить не меньше двенадцати общих проектов и довести каждый до показа",
        "Поддержать учителей, которые впервые ведут предпрофильные классы",
        "Получить согласия всех участников и родителей",
        "Каждую четверть спрашивать пары, что изменилось, и отвечать делом",
    ),
    mentors=(Who("обучающиеся", (14, 18)), Who("выпускники гимназии"), Who("учителя высшей категории")),
    mentees=(Who("обучающиеся", (10, 13)), Who("учителя, впервые ведущие предпрофильный класс")),
    kinds=(MentoringKind.INDIVIDUAL, MentoringKind.GROUP),
    mentoring_forms=(MentoringForm.CLASSIC, MentoringForm.PARTNER),
    forms=(
        Form(
            PairModel.PUPIL_PUPIL,
            ("projects", "club", "children-to-children", "case-tournaments", "volunteering"),
            ("upbringing", "extracurricular", "science-society", "museum"),
            own_formats=("Перемена добрых дел",),
        ),
        Form(
            PairModel.TEACHER_TEACHER,
            ("mutual-lessons", "mastery-school", "manuals"),
            ("development", "qualification"),
        ),
    ),
    curator=DemoCurator("Яхонтова Полина Сергеевна", "заместитель директора по воспитательной работе", "", "name"),
    closed=4,
)

OVER_THE_RIVER = DemoProgramme(
    slug="urok-cherez-reku",
    municipality="novoberezhny",
    kind=OrganisationKind.SCHOOL,
    title="Урок через реку",
    lead="В селе один физик и один химик. Их наставники живут за рекой и приходят на урок по видеосвязи.",
    definition="Наставничество на расстоянии: общий план, общая папка материалов и два урока в месяц, "
    "на которых наставник сидит на последней парте – на экране ноутбука.",
    aim="Сделать так, чтобы единственный в школе предметник не оставался со своим предметом один на один.",
    goals=(Goal.KEEP, Goal.REVEAL, Goal.MASTER),
    tasks=(
        "Найти в Банке наставников тех, кто готов работать дистанционно",
        "Наладить связь в двух кабинетах и научить ею пользоваться",
        "Вместе с ЦНППМ составить план вебинаров под наши предметы",
        "Раз в полугодие привозить наставников в школу: познакомиться с детьми и классом",
        "Собрать записи уроков и разборы в общую папку",
    ),
    mentors=(Who("учителя-предметники других школ области"),),
    mentees=(Who("учителя, которые ведут предмет в школе в одиночку"), Who("учителя, осваивающие второй предмет")),
    kinds=(MentoringKind.INDIVIDUAL,),
    mentoring_forms=(MentoringForm.VIRTUAL,),
    forms=(
        Form(
            PairModel.TEACHER_TEACHER,
            ("consultations", "courses", "seminars", "project-sessions"),
            ("year-plan", "self-education"),
            own_formats=("Урок вдвоём по видеосвязи", "Общая папка заданий"),
            own_documents=("Соглашение о сетевом взаимодействии трёх школ",),
        ),
    ),
    curator=DemoCurator("Подгорная Зоя Ильинична", "учитель начальных классов", "8 (000) 377-02-45"),
    closed=1,
    start=StartMonth.NOVEMBER,
)
