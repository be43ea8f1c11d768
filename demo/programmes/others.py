"""Programmes of a lyceum, a college and a kindergarten."""

from cms.territories.enums import OrganisationKind
from demo.programmes.shapes import DemoCurator, DemoProgramme, Form, Who
from mentoring.bank.enums import MentoringForm, MentoringKind
from mentoring.pairs.enums import PairModel
from mentoring.programmes.enums import Goal, StartMonth

ENGINEERS = DemoProgramme(
    slug="inzhenerny-klass",
    municipality="zavodskoy",
    kind=OrganisationKind.LYCEUM,
    title="Инженерный класс: от чертежа к цеху",
    lead="Студенты и инженеры завода ведут лицеистов от первой идеи до детали, которую можно взять в руки.",
    definition="Наставник – человек, который уже работает там, куда ученик только смотрит, "
    "и готов показать свой обычный день.",
    aim="Помочь лицеистам выбрать инженерную профессию осознанно: увидеть её изнутри до поступления.",
    goals=(Goal.REVEAL, Goal.IMPROVE),
    tasks=(
        "Заключить соглашения с предприятиями и техническим университетом",
        "Собрать команды по четыре ученика вокруг настоящих заводских задач",
        "Обучить наставников с производства говорить с подростками",
        "Провести осеннюю и весеннюю стажировку на рабочих местах",
        "Показать результаты на демодне и пригласить родителей",
        "Проследить, куда поступили участники, и рассказать об этом следующим",
        "Поддержать молодых учителей физики и информатики",
    ),
    mentors=(
        Who("студенты технических направлений", (18, 24)),
        Who("инженеры и мастера завода"),
        Who("педагоги лицея"),
    ),
    mentees=(Who("обучающиеся 8–11 классов", (14, 18)), Who("молодые педагоги")),
    kinds=(MentoringKind.GROUP, MentoringKind.INDIVIDUAL),
    mentoring_forms=(MentoringForm.CLASSIC,),
    forms=(
        Form(
            PairModel.EMPLOYER_PUPIL,
            ("company-tours", "demo-days", "project-contests", "internships", "business-design"),
            ("career", "partners", "extracurricular"),
        ),
        Form(
            PairModel.STUDENT_PUPIL,
            ("projects", "product", "mentor-place", "workshops"),
            ("supplementary", "science-society", "gifted"),
            own_formats=("Ночь инженера",),
        ),
        Form(PairModel.TEACHER_TEACHER, ("mutual-lessons", "contests"), ("qualification",)),
    ),
    curator=DemoCurator("Железняков Артём Викторович", "заместитель директора", "8 (000) 560-11-72", "phone"),
    closed=5,
)

MASTERS = DemoProgramme(
    slug="master-i-pervokursnik",
    municipality="melnichny",
    kind=OrganisationKind.COLLEGE,
    title="Мастер и первокурсник",
    lead="Первый месяц в колледже решает многое: рядом с новичком стоит третьекурсник, а рядом с ним – мастер.",
    definition="Наставничество – лестница, на каждой ступени которой помогают тому, кто стоит ниже.",
    aim="Сократить отсев первого курса и вырастить из старшекурсников будущих мастеров.",
    goals=(Goal.SPEED, Goal.KEEP),
    tasks=(
        "До начала занятий познакомить каждого первокурсника с его наставником",
        "Вести группы поддержки по трудным дисциплинам",
        "Готовить к чемпионатам профессий в парах",
        "Дать старшекурсникам пройти курс «Я – мастер»",
        "Подхватывать тех, кто пропускает занятия, раньше, чем они решат уйти",
        "Поддержать преподавателей, пришедших с производства",
    ),
    mentors=(Who("студенты старших курсов", (17, 22)), Who("преподаватели и мастера")),
    mentees=(Who("студенты первого курса", (15, 17)), Who("преподаватели, пришедшие с производства")),
    kinds=(MentoringKind.COLLECTIVE, MentoringKind.GROUP),
    mentoring_forms=(MentoringForm.CLASSIC, MentoringForm.PARTNER),
    forms=(
        Form(
            PairModel.STUDENT_STUDENT,
            ("visits-together", "club", "meetups", "social-work"),
            ("upbringing", "associations", "prevention"),
            own_formats=("Вечер у станка",),
        ),
        Form(
            PairModel.TEACHER_TEACHER,
            ("consultations", "mutual-lessons", "manuals"),
            ("method-council", "competences"),
        ),
    ),
    curator=DemoCurator("Горбатова Нелли Юрьевна", "заведующая практикой", "8 (000) 448-90-03", "name"),
    closed=3,
)

KINDERGARTEN = DemoProgramme(
    slug="vospitatel-kotoryy-ryadom",
    municipality="rodnikovsky",
    kind=OrganisationKind.KINDERGARTEN,
    title="Воспитатель, который рядом",
    lead="Начинающий воспитатель первые полгода работает в группе вместе с наставником.",
    definition="Наставник показывает, а не рассказывает: как встретить плачущего малыша, как провести утро без спешки, "
    "как поговорить с тревожной мамой.",
    aim="Помочь начинающим воспитателям почувствовать себя хозяевами группы, а детям – не заметить смены взрослых.",
    goals=(Goal.KEEP, Goal.SPEED, Goal.MASTER),
    tasks=(
        "Составить график общих утр и прогулок наставника и воспитателя",
        "Разбирать по видеозаписи одно занятие в месяц, только вдвоём",
        "Собрать копилку утренних кругов и пальчиковых игр",
        "Подготовить воспитателей к первой аттестации",
        "Провести семейный день, который готовит наставляемый",
    ),
    mentors=(Who("воспитатели первой и высшей категории"), Who("педагог-психолог")),
    mentees=(Who("воспитатели со стажем до трёх лет"), Who("студенты педагогического колледжа на практике")),
    kinds=(MentoringKind.INDIVIDUAL,),
    mentoring_forms=(MentoringForm.CLASSIC,),
    forms=(
        Form(
            PairModel.TEACHER_TEACHER,
            ("consultations", "creative-workshops", "seminars", "business-games"),
            ("year-plan", "young-support", "self-education"),
            own_formats=("Общее утро в группе", "Разбор видеозаписи вдвоём"),
        ),
    ),
    curator=DemoCurator("Ольшанская Вера Дмитриевна", "старший воспитатель", "8 (000) 615-27-40", "phone"),
    closed=2,
    start=StartMonth.NOVEMBER,
)
