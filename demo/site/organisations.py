"""Pages of organisations, and the words of the homes of their municipalities."""

from datetime import date

from cms.organisations.models import OrganisationPage
from cms.pages.models import MunicipalityPage
from cms.territories.models import Organisation
from cms.wording import counted
from demo.parts import Say
from demo.site.blocks import answers, body, quote, steps, text, timeline

LEADS = {
    "klyuchevskoy": "Лицей, техникум и сельские школы: здесь начинали первую в области Школу наставников.",
    "lipovetsky": "Небольшие школы в получасе друг от друга: многие пары работают на два села.",
    "rodnikovsky": "Больше всего пар «учитель – учитель» с молодыми педагогами начальной школы.",
    "severorechensk": "Областной центр: наставники из лицеев и колледжей помогают и дистанционно.",
    "zavodskoy": "Колледжи и предприятия: пары «работодатель – ученик» и «студент – ученик».",
}

#: Code of the organisation, slug, lead, resource centre, body.
PAGES = (
    (
        "klyuchevskoy-litsey-4",
        "litsey-4",
        "Лицей, где математики ходят друг к другу на уроки без листа оценки.",
        True,
        body(
            text(
                "Наставничество в лицее началось не с приказа, а с открытой двери. Три учителя математики "
                "договорились: "
                "раз в неделю каждый сидит на чужом уроке и задаёт потом один вопрос.",
                "Теперь у лицея есть куратор, журнал встреч и наставническая пара для каждого, кто пришёл после вуза.",
            ),
            quote(
                "Я не говорю, как надо. Я спрашиваю, зачем он это сделал, и мы оба ищем ответ.",
                "Вера Лосева",
                "наставник, учитель математики",
                "mentor",
            ),
            steps(
                ("Скажите куратору, с чем нужна помощь", "Одной фразы достаточно: «не успеваю проверять тетради»."),
                ("Посидите на уроке у двух наставников", "Выбрать легче, когда видели обоих."),
                ("Договоритесь о первых четырёх встречах", "После четвёртой решите, продолжать ли."),
            ),
        ),
    ),
    (
        "klyuchevskoy-rakitinskaya-shkola",
        "rakitinskaya-shkola",
        "Сельская школа с «Точкой роста»: одиннадцать учителей и четыре пары.",
        False,
        body(
            text(
                "В Ракитино один учитель часто ведёт три предмета. Поэтому наставника мы ищем не только у "
                "себя: две пары "
                "работают с коллегами из соседних школ, одна – дистанционно.",
            ),
            timeline(
                ("Сентябрь", "Беседы: с чем трудно и что получается"),
                ("Октябрь", "Приказ о парах и планы на год"),
                ("Ноябрь – апрель", "Взаимные уроки каждую вторую среду"),
                ("Май", "Разговор об итогах за чаем, без презентаций"),
            ),
            answers(
                ("Можно ли прийти из другой школы?", "Да. Напишите куратору, мы назовём день."),
                ("Что нужно от молодого учителя?", "Один честный вопрос и час в неделю."),
            ),
        ),
    ),
)


def load_organisation_pages(today: date, say: Say) -> None:
    """Create the pages below the homes of their municipalities, and give some homes a line of their own."""
    for code, lead in LEADS.items():
        MunicipalityPage.objects.filter(home_of__code=code).update(lead=lead)
    organisations = {row.code: row for row in Organisation.objects.filter(code__in=[page[0] for page in PAGES])}
    for code, slug, lead, is_centre, blocks in PAGES:
        organisation = organisations[code]
        home = MunicipalityPage.objects.get(home_of=organisation.municipality_id)
        home.add_child(
            instance=OrganisationPage(
                title=organisation.short_name,
                slug=slug,
                organisation=organisation,
                lead=lead,
                is_resource_centre=is_centre,
                body=blocks,
            )
        )
    say(counted(len(PAGES), "страница организации", "страницы организаций", "страниц организаций"))
