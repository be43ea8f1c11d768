"""The pages of a new site, and how blocks are read and written where models do not know them."""

import json
import uuid

from django.db import connection
from django.utils import timezone

from cms.migrations._texts_of_0017 import HEADS, HOW, PARENTS, PRIVACY, PRIVACY_WHO, TEACHERS

#: How long a form waits that nobody has confirmed: the notice on personal data before it said so, and since.
BEFORE = "<li>слова писем – до отправки; кто и когда писал – год.</li></ul>"
AFTER = (
    "<li>слова писем – до отправки; кто и когда писал – год;</li>"
    "<li>письмо, заявка и сообщение об ошибке, которые вы не подтвердили по ссылке из письма, – три дня: потом они удаляются сами, "
    "и до подтверждения их не получает никто.</li></ul>"
)

ACCESSIBILITY = """
<p>Сайт рассчитан на клавиатуру, программы экранного доступа, увеличение до 200&nbsp;% и печать.</p>
<h2>Версия для слабовидящих</h2>
<p>Ссылка вверху каждой страницы открывает выбор размера букв, цветов и показа картинок. Выбор сохранится на год на этом устройстве.</p>
<h2>Без сценариев и без картинок</h2>
<p>Каждая задача решается и тогда, когда в браузере отключены сценарии и картинки.</p>
<h2>Если что-то не получается</h2>
<p>Напишите в региональный центр: что вы делали, на какой странице и чем пользовались. Адрес и телефон стоят внизу страницы.</p>
"""


def welcome_page(apps):
    """Wagtail's own first page, as long as it is the only one and nobody has touched it."""
    below = apps.get_model("wagtailcore", "Page").objects.filter(depth__gt=1)
    page = below.first()
    if page is None or below.count() > 1 or page.latest_revision_id is not None:
        return None
    kind = page.content_type
    is_stock = (kind.app_label, kind.model) == ("wagtailcore", "page") and page.title == "Welcome to your new Wagtail site!"
    elsewhere = apps.get_model("wagtailcore", "Site").objects.exclude(root_page_id=page.pk)
    return page if is_stock and not elsewhere.exists() else None


def stream(blocks):
    return json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks], ensure_ascii=False)


def answers(title, pairs):
    items = [{"question": question, "answer": f"<p>{answer}</p>"} for question, answer in pairs]
    return [("text", f"<h2>{title}</h2>"), ("accordion", {"items": items})]


def new_pages():
    questions = answers("Учителю", TEACHERS) + answers("Директору и завучу", HEADS) + answers("Родителям", PARENTS)
    return [
        ("Как это работает", "kak-eto-rabotaet", "От поиска наставника до общей работы: пять шагов.", stream(HOW)),
        ("Вопросы и ответы", "voprosy-i-otvety", "Учителю, директору, родителям.", stream(questions)),
    ]


def read_body(page):
    """The stored blocks; by SQL, for migrations do not know the kinds of blocks and would leave them out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM cms_contentpage WHERE page_ptr_id = %s", [page.pk])
        stored = cursor.fetchone()[0]
    return json.loads(stored or "[]") if isinstance(stored, str) else stored or []


def write_body(page, body):
    place = "CAST(%s AS jsonb)" if connection.vendor == "postgresql" else "%s"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE cms_contentpage SET body = {place} WHERE page_ptr_id = %s", [body, page.pk])


def create(apps, schema_editor):
    """Where only Wagtail's first page stands: a home page, the two pages that the footer names, and two for visitors.

    Where somebody has pages already, as every other Wagtail project has, nothing is made, moved or deleted.
    """
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("cms", "HomePage")

    welcome = welcome_page(apps)
    if welcome is None:
        return
    Site.objects.filter(root_page_id=welcome.pk).delete()
    Page.objects.filter(pk=welcome.pk).delete()
    root = Page.objects.get(depth=1)
    locale, _created = Locale.objects.get_or_create(language_code="ru")
    home = HomePage.objects.create(
        title="Дуэт",
        draft_title="Дуэт",
        slug="home",
        lead="Опытный учитель придёт на ваш урок, разберёт план и останется на связи весь год.",
        content_type=ContentType.objects.get_or_create(app_label="cms", model="homepage")[0],
        path=root.path + "0001",
        depth=2,
        numchild=len(below_home()),
        url_path="/home/",
        locale=locale,
    )
    kind = ContentType.objects.get_or_create(app_label="cms", model="contentpage")[0]
    for number, (title, slug, fields, body) in enumerate(below_home(), 1):
        page = apps.get_model("cms", "ContentPage").objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            show_in_menus=True,
            content_type=kind,
            path=f"{home.path}{number:04}",
            depth=3,
            numchild=0,
            url_path=f"/home/{slug}/",
            locale=locale,
            **fields,
        )
        write_body(page, body)
    Page.objects.filter(pk=root.pk).update(numchild=1)
    Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="Дуэт")


def below_home():
    """The pages below the home page: title, slug, further fields, stored blocks."""
    now = timezone.now()
    notice = [("text", PRIVACY_WHO), ("requisites", None), ("text", PRIVACY.replace(BEFORE, AFTER))]
    return [
        ("Персональные данные", "personalnye-dannye", {}, stream(notice)),
        ("Доступность", "dostupnost", {}, stream([("text", ACCESSIBILITY)])),
        *(
            (title, slug, {"lead": lead, "first_published_at": now, "last_published_at": now}, body)
            for title, slug, lead, body in new_pages()
        ),
    ]


def forget(apps, schema_editor):
    """Take away the pages made above, unless somebody has edited them; the home also keeps what stands below it."""
    Page = apps.get_model("wagtailcore", "Page")
    home = apps.get_model("cms", "HomePage").objects.filter(slug="home", depth=2, title="Дуэт", latest_revision=None).first()
    if home is None:
        return
    made = apps.get_model("cms", "ContentPage").objects.filter(path__startswith=home.path, depth=3, latest_revision=None)
    made.filter(slug__in=[slug for _title, slug, _fields, _body in below_home()]).delete()
    below = Page.objects.filter(path__startswith=home.path, depth=3)
    Page.objects.filter(pk=home.pk).update(numchild=below.count())
    if not below.exists():
        home.delete()
