"""A new site starts with a home page and the two pages that the footer names.

Where somebody has pages already, as every other Wagtail project has, nothing is made, moved or deleted.
"""

from django.db import migrations

from cms.migrations._first_pages import ACCESSIBILITY, welcome_page

PERSONAL_DATA = """
<p>Сайт показывает только то, на что человек дал письменное согласие. Согласие на обработку данных и согласие на публикацию – разные
документы: второе называет, что именно можно показать.</p>
<h2>Что видно посетителям</h2>
<ul><li>имя, место работы, предмет, стаж и категория наставника, если согласие на публикацию действует;</li>
<li>рассказ о себе, фотография, награды, материалы и телефон – только если они названы в согласии;</li>
<li>адрес почты не показывается никогда: письмо передаёт сайт.</li></ul>
<h2>Чего не видно никому из посетителей</h2>
<ul><li>записей о тех, кому нет восемнадцати лет;</li><li>черновиков, заявок, журналов и планов.</li></ul>
<h2>Как отозвать согласие</h2>
<p>Напишите координатору своего муниципалитета или в региональный центр. Запись исчезнет с сайта и из поиска в тот же день.</p>
<h2>Какие данные собирает сам сайт</h2>
<p>Сайт не обращается к чужим серверам и не считает посетителей. Он запоминает в файле cookie выбранные размер букв, цвета и показ картинок,
а у сотрудников – то, что они вошли.</p>
"""


def create(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("cms", "HomePage")
    ContentPage = apps.get_model("cms", "ContentPage")

    welcome = welcome_page(apps)
    if welcome is None:
        return
    Site.objects.filter(root_page_id=welcome.pk).delete()
    Page.objects.filter(pk=welcome.pk).delete()
    root = Page.objects.get(depth=1)
    locale, _created = Locale.objects.get_or_create(language_code="ru")
    kind = {model: ContentType.objects.get_or_create(app_label="cms", model=model)[0] for model in ("homepage", "contentpage")}
    home = HomePage.objects.create(
        title="Дуэт",
        draft_title="Дуэт",
        slug="home",
        lead="Опытный учитель придёт на ваш урок, разберёт план и останется на связи весь год.",
        content_type=kind["homepage"],
        path=root.path + "0001",
        depth=2,
        numchild=2,
        url_path="/home/",
        locale=locale,
    )
    for number, (title, slug, body) in enumerate(
        [("Персональные данные", "personalnye-dannye", PERSONAL_DATA), ("Доступность", "dostupnost", ACCESSIBILITY)], 1
    ):
        ContentPage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            show_in_menus=True,
            body=body,
            content_type=kind["contentpage"],
            path=f"{home.path}{number:04}",
            depth=3,
            numchild=0,
            url_path=f"/home/{slug}/",
            locale=locale,
        )
    Page.objects.filter(pk=root.pk).update(numchild=1)
    Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="Дуэт")


def forget(apps, schema_editor):
    """Take away the pages made above, unless somebody has edited them; the home also keeps what stands below it."""
    Page = apps.get_model("wagtailcore", "Page")
    home = apps.get_model("cms", "HomePage").objects.filter(slug="home", depth=2, title="Дуэт", latest_revision=None).first()
    if home is None:
        return
    made = apps.get_model("cms", "ContentPage").objects.filter(path__startswith=home.path, depth=3, latest_revision=None)
    made.filter(slug__in=["personalnye-dannye", "dostupnost"]).delete()
    below = Page.objects.filter(path__startswith=home.path, depth=3)
    Page.objects.filter(pk=home.pk).update(numchild=below.count())
    if not below.exists():
        home.delete()


class Migration(migrations.Migration):
    dependencies = [("cms", "0001_initial"), ("wagtailcore", "0098_apitoken"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [migrations.RunPython(create, forget)]
