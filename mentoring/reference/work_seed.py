"""Formats of work and documents of each form of pairs, with which every installation starts (S2-02, S3-02)."""

from dataclasses import dataclass

from mentoring.pairs.enums import PairModel
from mentoring.reference.seed import Entry

PEERS = (PairModel.PUPIL_PUPIL, PairModel.STUDENT_STUDENT)
TEACHERS = (PairModel.TEACHER_TEACHER,)
STUDENTS = (PairModel.STUDENT_PUPIL,)
EMPLOYERS = (PairModel.EMPLOYER_PUPIL,)
YOUNG = (*PEERS, *STUDENTS)
CHILDREN = (*YOUNG, *EMPLOYERS)


@dataclass(frozen=True, slots=True)
class FormSeed(Entry):
    """A row that suits certain forms of pairs."""

    pair_models: tuple[PairModel, ...] = ()


WORK_FORMATS: tuple[FormSeed, ...] = (
    FormSeed("projects", "Проектная деятельность", CHILDREN),
    FormSeed("class-hours", "Классные часы", CHILDREN),
    FormSeed("events", "Подготовка к мероприятиям, конкурсам, олимпиадам", PEERS),
    FormSeed("visits-together", "Совместное посещение или организация мероприятий", PEERS),
    FormSeed("school-events", "Мероприятия школьного сообщества", YOUNG),
    FormSeed("club", "Клуб по интересам с лидером-наставником", YOUNG),
    FormSeed("children-to-children", "Образовательные практики «Дети – детям»", PEERS),
    FormSeed("case-tournaments", "Кейс-турниры", YOUNG),
    FormSeed("image-making", "Имиджмейкинг", YOUNG),
    FormSeed("foresights", "Форсайты", YOUNG),
    FormSeed("networking", "Нетворкинги", YOUNG),
    FormSeed("meetups", "Митапы", YOUNG),
    FormSeed("workshops", "Воркшопы", YOUNG),
    FormSeed("network-projects", "Сетевые проекты", PEERS),
    FormSeed("movement-courses", "Курсы Корпоративного университета движения школьников", (*YOUNG, *TEACHERS)),
    FormSeed("camps", "Тематические оздоровительные смены", YOUNG),
    FormSeed("social-work", "Социально значимая деятельность", YOUNG),
    FormSeed("volunteering", "Волонтёрская (добровольческая) деятельность", YOUNG),
    FormSeed("consultations", "Консультации", TEACHERS),
    FormSeed("mutual-lessons", "Взаимопосещение уроков", TEACHERS),
    FormSeed("contests", "Конкурсы", TEACHERS),
    FormSeed("courses", "Курсы", TEACHERS),
    FormSeed("creative-workshops", "Творческие мастерские", TEACHERS),
    FormSeed("young-teacher-school", "Школа молодого учителя", TEACHERS),
    FormSeed("mastery-school", "Школа педагогического мастерства", TEACHERS),
    FormSeed("seminars", "Практико-ориентированные семинары", TEACHERS),
    FormSeed("manuals", "Разработка методического пособия", TEACHERS),
    FormSeed("project-sessions", "Образовательные и проектные сессии", TEACHERS),
    FormSeed("trend-sessions", "Тренд-сессии", TEACHERS),
    FormSeed("hackathons", "Хакатоны", TEACHERS),
    FormSeed("forums", "Форумы", TEACHERS),
    FormSeed("business-games", "Деловые игры", TEACHERS),
    FormSeed("mentor-place", "Экскурсии на место обучения наставника", STUDENTS),
    FormSeed("lectures", "Присутствие на занятиях, выбор образовательной траектории", STUDENTS),
    FormSeed("trips", "Выездные мероприятия", (*STUDENTS, *EMPLOYERS)),
    FormSeed("product", "Совместное создание проекта или продукта", STUDENTS),
    FormSeed("career-events", "Профориентационные мероприятия", EMPLOYERS),
    FormSeed("skill-games", "Педагогические игры на развитие навыков и компетенций", EMPLOYERS),
    FormSeed("company-meetings", "Встречи с представителями предприятий", EMPLOYERS),
    FormSeed("company-tours", "Экскурсии на предприятия", EMPLOYERS),
    FormSeed("demo-days", "Демодни", EMPLOYERS),
    FormSeed("project-contests", "Конкурсы проектных ученических работ", EMPLOYERS),
    FormSeed("discussions", "Дискуссии", EMPLOYERS),
    FormSeed("business-design", "Бизнес-проектирование", EMPLOYERS),
    FormSeed("job-fairs", "Ярмарки вакансий", EMPLOYERS),
    FormSeed("internships", "Краткосрочные и долгосрочные стажировки", EMPLOYERS),
    FormSeed("grants", "Гранты", EMPLOYERS),
)

SCHOOL_DOCUMENTS: tuple[FormSeed, ...] = (
    FormSeed("upbringing", "Программа воспитания", CHILDREN),
    FormSeed("extracurricular", "Программа внеурочной деятельности", CHILDREN),
    FormSeed("upbringing-plan", "План воспитательной работы", CHILDREN),
    FormSeed("supplementary", "Дополнительная общеобразовательная программа", YOUNG),
    FormSeed("associations", "Программа детских и молодёжных объединений", YOUNG),
    FormSeed("self-government", "План работы ученического или студенческого самоуправления", YOUNG),
    FormSeed("excursions", "Программа экскурсий и образовательного туризма", CHILDREN),
    FormSeed("museum", "План школьного музея", YOUNG),
    FormSeed("gifted", "План работы с одарёнными детьми", YOUNG),
    FormSeed("prevention", "План профилактики правонарушений", CHILDREN),
    FormSeed("camp", "Программа тематической смены", YOUNG),
    FormSeed("career", "План профессионального самоопределения", CHILDREN),
    FormSeed("science-society", "План научного общества", YOUNG),
    FormSeed("development", "Программа развития организации", TEACHERS),
    FormSeed("year-plan", "Годовой план работы организации", TEACHERS),
    FormSeed("method-council", "План методического совета или объединения", TEACHERS),
    FormSeed("method-support", "Дорожная карта методического сопровождения", TEACHERS),
    FormSeed("qualification", "План повышения квалификации", TEACHERS),
    FormSeed("self-education", "План самообразования", TEACHERS),
    FormSeed("competences", "Дорожная карта роста профессиональных компетенций", TEACHERS),
    FormSeed("young-support", "План поддержки молодых специалистов", TEACHERS),
    FormSeed("partners", "План межведомственного взаимодействия", EMPLOYERS),
)
