"""News and events of the demo, dated around the day of loading."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cms.news.enums import Audience
from cms.news.models import EventPage, NewsIndexPage, NewsPage
from cms.wording import counted
from demo.parts import Say
from demo.site.blocks import body, mentors, points, quote, steps, text
from mentoring.programmes.models import ProgrammePage

#: Municipality (empty: the region), days ago, slug, title, lead, body.
NEWS = (
    (
        "", 2, "bank-popolnilsya", "Осенью в Банк наставников пришли учителя физики и химии",
        "Чаще всего этих предметов не хватало сельским школам.",
        body(
            text(
                "За осень координаторы провели собеседования с кандидатами из двадцати шести муниципалитетов. Больше "
                "всего заявок подали учителя физики, химии и начальной школы.",
                "Многие готовы работать дистанционно: для школ, где предмет ведёт один человек, это часто единственный "
                "способ посоветоваться с коллегой.",
            ),
            mentors("Наставники по физике", "/nastavniki/?subject=physics"),
        ),
    ),
    (
        "", 9, "diagnostika-bez-anket", "Диагностика без анкет: чему учились кураторы",
        "Вместо двадцати вопросов – один урок и один разговор.",
        body(
            text(
                "На областном семинаре кураторы разбирали, как находить профессиональные дефициты, не "
                "превращая беседу в "
                "проверку. Участники смотрели запись урока и записывали только вопросы.",
                "## Что взяли с собой",
            ),
            points(
                "спрашивать о последнем удачном уроке, а не о трудностях;",
                "смотреть урок вместе с тем, кто его вёл;",
                "записывать в индивидуальный маршрут один шаг, а не десять.",
            ),
        ),
    ),
    (
        "klyuchevskoy", 4, "urok-na-dvoih", "Урок на двоих: лицей № 4 открыл двери",
        "Наставники и молодые учителя провели пары уроков перед коллегами из шести школ.",
        body(
            text(
                "Каждый урок вели двое: одну половину наставник, другую наставляемый. Гости заранее не знали, где "
                "проходит граница, и почти никто её не угадал.",
            ),
            quote(
                "Я впервые услышал, как мои слова звучат чужим голосом. Половину захотелось сказать короче.",
                "Илья Тарасов", "учитель математики", "mentee",
            ),
            text("Следующий такой день пройдёт в Ракитинской школе."),
        ),
    ),
    (
        "klyuchevskoy", 16, "shkola-nastavnikov", "Школа наставников: первый выпуск года",
        "Четырнадцать педагогов прошли пять занятий и получили удостоверения.",
        body(
            text("Программу составили по запросам самих наставников. Больше всего спрашивали об обратной связи."),
            steps(
                ("Послушать", "Первые десять минут говорит только наставляемый."),
                ("Спросить", "Один вопрос, на который нет готового ответа."),
                ("Договориться", "Что попробуем до следующей встречи и как поймём, что вышло."),
            ),
        ),
    ),
    (
        "lipovetsky", 6, "avtobus-nastavnikov", "Автобус наставников объехал пять сёл",
        "За один день учителя побывали на уроках в школах, куда обычно не доехать.",
        body(
            text(
                "Утром автобус забирал наставников из Липовца, вечером развозил по домам. Между остановками успевали "
                "обсудить увиденное, поэтому записи вышли короткими и точными.",
            ),
        ),
    ),
    (
        "zavodskoy", 12, "inzhener-v-klasse", "Инженер в классе: колледж и завод начали новые пары",
        "Восемь наставников с производства ведут проекты десятиклассников.",
        body(
            text(
                "Ребята выбирают задачу из настоящего цеха: посчитать, переставить, упростить. Наставник "
                "приходит раз в "
                "две недели, в остальное время отвечает в переписке с учителем.",
            ),
        ),
    ),
    (
        "rodnikovsky", 20, "pervyy-god-vdvoem", "Первый год вдвоём: что остаётся от пары через год",
        "Методисты района поговорили с теми, чья пара закончила работу прошлой весной.",
        body(text("Почти все продолжают советоваться. Чаще всего – о контрольных и о родительских собраниях.")),
    ),
)  # fmt: skip

#: Municipality, days ahead, hour, hours long, slug, title, lead, place, whether by video, audience.
EVENTS = (
    ("", 3, 15, 1.5, "vebinar-plan", "Вебинар «План пары на одну страницу»",
     "Как записать цель, шаги и сроки, чтобы к плану хотелось возвращаться.", "", True,
     (Audience.MENTORS, Audience.CURATORS)),
    ("", 10, 11, 4, "krugly-stol", "Круглый стол «Наставничество – путь от цели к результату»",
     "Школы показывают, что получилось, и говорят о том, что не вышло.",
     "Северореченск, ул. Учительская, 14, большой зал", True, (Audience.METHODISTS, Audience.HEADS, Audience.MENTORS)),
    ("", -12, 14, 2, "ustanovochnaya", "Установочная встреча координаторов",
     "Сроки года, формы отчётов и ответы на вопросы районов.", "Северореченск, ул. Учительская, 14", True,
     (Audience.METHODISTS,)),
    ("klyuchevskoy", 5, 14, 2, "otkryty-urok", "Открытый урок и разговор после него",
     "Математика, 7 класс. Урок ведут наставник и наставляемый.", "Лицей № 4, пос. Ключи, кабинет 21", False,
     (Audience.YOUNG_TEACHERS, Audience.MENTORS)),
    ("klyuchevskoy", 17, 10, 5, "klub-molodyh", "Клуб молодых педагогов: зимняя встреча",
     "Мастерские по выбору и час на то, чтобы просто поговорить.", "Ракитинская школа", False,
     (Audience.YOUNG_TEACHERS,)),
    ("lipovetsky", 8, 16, 1, "vopros-metodistu", "Час вопросов методисту",
     "Как закрепить пару приказом и что писать в журнале.", "", True, (Audience.CURATORS,)),
)  # fmt: skip


def load_news(today: date, say: Say) -> None:
    """Publish the news and events in the sections of their branches."""
    sections = {page.municipality and page.municipality.code: page for page in _indexes()}
    for code, ago, slug, title, lead, blocks in NEWS:
        page = NewsPage(title=title, slug=slug, lead=lead, day=today - timedelta(days=ago), body=blocks)
        sections[code or None].add_child(instance=page)
    for code, ahead, hour, long, slug, title, lead, place, by_video, audience in EVENTS:
        start = timezone.make_aware(datetime.combine(today + timedelta(days=ahead), time(hour)))
        programmes = ProgrammePage.objects.published().filter(municipality__code=code).newest_first()
        event = EventPage(
            programme=programmes.first() if code else None,
            title=title,
            slug=slug,
            lead=lead,
            starts_at=start,
            ends_at=start + timedelta(hours=long),
            place=place,
            video_url="https://meet.severorechensk.example/" + slug if by_video else "",
            audience=[str(one.value) for one in audience],
            body=body(text(lead)) if ahead < 0 else body(),
        )
        sections[code or None].add_child(instance=event)
    news = counted(len(NEWS), "новость", "новости", "новостей")
    say(f"{news}, {counted(len(EVENTS), 'событие', 'события', 'событий')}")


def _indexes() -> list[NewsIndexPage]:
    return list(NewsIndexPage.objects.select_related("municipality"))
