"""The reference data that every installation starts with: subjects, directions, audiences, professional deficits.

Codes are stable: addresses of the search, imports and exports are built on them. Titles may be edited afterwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a reference table: a stable Latin code and the title that users read."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class DeficitEntry(Entry):
    """A professional deficit and the codes of the directions that mend it."""

    directions: tuple[str, ...] = ()


SUBJECTS: tuple[Entry, ...] = (
    Entry("preschool", "Дошкольное образование"),
    Entry("primary", "Начальная школа"),
    Entry("russian", "Русский язык"),
    Entry("literature", "Литература"),
    Entry("native-language", "Родной язык и литература"),
    Entry("english", "Английский язык"),
    Entry("german", "Немецкий язык"),
    Entry("french", "Французский язык"),
    Entry("chinese", "Китайский язык"),
    Entry("mathematics", "Математика"),
    Entry("informatics", "Информатика"),
    Entry("physics", "Физика"),
    Entry("astronomy", "Астрономия"),
    Entry("chemistry", "Химия"),
    Entry("biology", "Биология"),
    Entry("geography", "География"),
    Entry("history", "История"),
    Entry("social-studies", "Обществознание"),
    Entry("economics", "Экономика и финансовая грамотность"),
    Entry("spiritual-culture", "Основы духовно-нравственной культуры народов России"),
    Entry("fine-art", "Изобразительное искусство"),
    Entry("music", "Музыка"),
    Entry("technology", "Труд (технология)"),
    Entry("physical-education", "Физическая культура"),
    Entry("safety", "Основы безопасности и защиты Родины"),
    Entry("individual-project", "Индивидуальный проект"),
    Entry("robotics", "Робототехника"),
    Entry("special-needs", "Коррекционная педагогика"),
    Entry("psychology", "Психология"),
    Entry("speech-therapy", "Логопедия"),
    Entry("supplementary", "Дополнительное образование"),
    Entry("vocational", "Профессиональные дисциплины"),
)

DIRECTIONS: tuple[Entry, ...] = (
    Entry("lesson-design", "Планирование и анализ урока"),
    Entry("class-management", "Классное руководство"),
    Entry("extracurricular", "Внеурочная деятельность"),
    Entry("inclusion", "Инклюзивное обучение"),
    Entry("exams", "Подготовка к ОГЭ и ЕГЭ"),
    Entry("gifted", "Работа с одарёнными детьми"),
    Entry("underachievers", "Работа с неуспевающими"),
    Entry("digital", "Цифровые инструменты"),
    Entry("assessment", "Оценивание и обратная связь"),
    Entry("functional-literacy", "Функциональная грамотность"),
    Entry("projects", "Проектная и исследовательская деятельность"),
    Entry("parents", "Работа с родителями"),
    Entry("discipline", "Дисциплина и атмосфера в классе"),
    Entry("certification", "Аттестация и профессиональные конкурсы"),
    Entry("career-guidance", "Профориентация"),
)

AUDIENCES: tuple[Entry, ...] = (
    Entry("young-teacher", "Молодой/начинающий педагог"),
    Entry("newcomer", "Педагог, находящийся в процессе адаптации на новом месте работы"),
    Entry("no-modern-technology", "Педагог, не владеющий современными технологиями"),
    Entry("returning", "Педагог, вернувшийся в профессию после перерыва"),
    Entry("student", "Студент педагогического вуза или колледжа"),
    Entry("pupil", "Обучающийся"),
)

DEFICITS: tuple[DeficitEntry, ...] = (
    DeficitEntry("lesson-goal", "Не получается поставить цель урока и уложиться в 45 минут", ("lesson-design",)),
    DeficitEntry("motivation", "Трудно удержать внимание и интерес класса", ("discipline", "lesson-design")),
    DeficitEntry("conflicts", "Трудно разрешать конфликты в классе", ("discipline", "class-management")),
    DeficitEntry("first-class", "Впервые назначен классным руководителем", ("class-management", "parents")),
    DeficitEntry("parents-talk", "Трудно разговаривать с родителями", ("parents",)),
    DeficitEntry("special-pupil", "В классе ребёнок с ОВЗ, не хватает приёмов", ("inclusion",)),
    DeficitEntry("grading", "Сомневается, за что и какую отметку ставить", ("assessment",)),
    DeficitEntry("exam-class", "Впервые ведёт выпускной класс", ("exams", "assessment")),
    DeficitEntry("weak-results", "Часть класса стабильно не усваивает материал", ("underachievers", "assessment")),
    DeficitEntry("strong-pupils", "Нечем занять сильных учеников", ("gifted", "projects")),
    DeficitEntry("digital-tools", "Не владеет цифровыми инструментами", ("digital",)),
    DeficitEntry(
        "literacy-tasks", "Не умеет составлять задания на функциональную грамотность", ("functional-literacy",)
    ),
    DeficitEntry("project-lead", "Не знает, как вести ученический проект", ("projects", "extracurricular")),
    DeficitEntry("certification-fear", "Не готов к аттестации или конкурсу", ("certification",)),
    DeficitEntry("profession-choice", "Не знает, как говорить с подростками о профессиях", ("career-guidance",)),
)
