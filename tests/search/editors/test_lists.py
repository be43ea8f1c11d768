"""Every list, register and chooser of the admin finds a thing by its words in another case and form, with ё or е."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Task, Workflow

from bestpractices.adoption.models import Adoption
from bestpractices.scoring.models import Criterion, Expert
from bestpractices.yearbook.models import YearBook
from cms.contacts.models import CoordinatorContact
from cms.glossary.models import GlossaryTerm
from cms.mailing.models import OutgoingMail
from mentoring.pairs.models import Pair, PairMentee
from search.bets.models import BestBet
from search.synonyms.models import SynonymGroup
from tests import factories
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


def _school(**fields: Any) -> Any:
    return factories.OrganisationFactory(short_name="Гимназия «Берёзка»", settlement="Ключи", **fields)


def _mentor(**fields: Any) -> Any:
    subject = factories.SubjectFactory(name="Математика")
    given = {"last_name": "Карасёв", "first_name": "Пётр", "patronymic": "Иванович", "organisation": _school()}
    return factories.MentorFactory(**{**given, "subjects": [subject], **fields})


def _pair() -> Pair:
    pair = factories.PairFactory(mentor=_mentor(), mentees=0)
    PairMentee.objects.create(pair=pair, full_name="Соловьёва Алёна Игоревна")
    return pair  # type: ignore[no-any-return]


def _mentee() -> PairMentee:
    return _pair().mentees.get()


def _user() -> User:
    return factories.UserFactory(
        username="kept",
        role="coordinator",
        municipality=factories.MunicipalityFactory(),
        first_name="Алёна",
        last_name="Карасёва",
    )  # type: ignore[no-any-return]


def _duet() -> Any:
    place = factories.MunicipalityFactory(name="Берёзовский район")
    return factories.DuetProjectFactory(mentee=_mentee(), municipality=place, working_title="Ёлочный урок")


class Case(NamedTuple):
    """How a thing is made, what of it the list shows, and what people type."""

    make: Callable[[], Any]
    shown: str
    typed: tuple[str, ...]


PERSON = ("карасев", "КАРАСЁВА", "карасевым", "петр карасев", "Карас", "Карасёва Петра")
SCHOOL = ("гимназия", "ГИМНАЗИИ", "березка", "берёзкой гимназия")


def _named(factory: Any) -> Case:
    return Case(lambda: factory(name="Тёплый урок"), "Тёплый урок", ("теплый", "УРОКОВ", "теплого урока", "Тепл"))


MENTOR = Case(_mentor, "Карасёв", (*PERSON, *SCHOOL, "математика", "Математики", "учитель МАТЕМАТИКИ ключи"))
PAIR = Case(_pair, "Карасёв", (*PERSON, *SCHOOL, "соловьева", "СОЛОВЬЁВОЙ", "алены карасев"))
ACT_WORDS = ("положения", "ПОЛОЖЕНИЕ", "187 о", "187-О от 12.10.20", "12 октября 2020", "управлением образования")
ACT = Case(
    lambda: make_act("187-о", title="Положение о зачёте", date=date(2020, 10, 12)), "Положение о зачёте", ACT_WORDS
)
PROGRAMME = Case(
    lambda: make_programme(_school(), title="Тёплый класс"), "Тёплый класс", ("теплого класса", "КЛАССЫ", *SCHOOL)
)

CASES: dict[str, Case] = {
    "cms_municipality_modeladmin_index": Case(
        lambda: factories.MunicipalityFactory(name="Берёзовский район", short_name="Берёзовский"),
        "Берёзовский",
        ("березовский", "БЕРЁЗОВСКОГО района", "Березов"),
    ),
    "cms_organisation_modeladmin_index": Case(_school, "Берёзка", SCHOOL),
    "cms_coordinatorcontact_modeladmin_index": Case(
        lambda: CoordinatorContact.objects.create(
            municipality=factories.MunicipalityFactory(name="Берёзовский район"), office="Отдел образования"
        ),
        "Берёзовский",
        ("березовский", "БЕРЁЗОВСКОГО района", "отделом ОБРАЗОВАНИЯ"),
    ),
    "cms_organisationtag_modeladmin_index": _named(factories.OrganisationTagFactory),
    "cms_region_modeladmin_index": Case(
        lambda: factories.RegionFactory(code="other", name="Берёзовый край"), "Берёзовый", ("березовый", "КРАЯ")
    ),
    "cms_appointment_modeladmin_index": Case(
        lambda: _user().appointments.get(),
        "Карасёва Алёна",
        ("карасева", "КАРАСЁВОЙ", "алены"),
    ),
    "bestpractices_criterion_modeladmin_index": _named(Criterion.objects.create),
    "bestpractices_expert_modeladmin_index": Case(
        lambda: Expert.objects.create(
            full_name="Карасёв Пётр", email="e@example.org", municipality=_school().municipality, mentor=None
        ),
        "Карасёв Пётр",
        (*PERSON, "example.org"),
    ),
    "bestpractices_adoption_modeladmin_index": Case(
        lambda: Adoption.objects.create(
            practice_id="6f0cd6c2-1111-4f5e-9c3a-000000000001", practice_title="Тёплый урок", organisation=_school()
        ),
        "Тёплый урок",
        ("теплых уроков", *SCHOOL),
    ),
    "mentoring_bankquestion_modeladmin_index": Case(
        lambda: factories.BankQuestionFactory(text="Чему учит ёлка?"), "Чему учит", ("елки", "УЧИТЬ", "елку учит")
    ),
    "mentoring_menteeconsent_modeladmin_index": Case(
        lambda: factories.MenteeConsentFactory(mentee=_mentee()),
        "Соловьёва",
        ("соловьева", "СОЛОВЬЁВУ алену", "берёзки"),
    ),
    "mentoring_mentorconsent_modeladmin_index": Case(
        lambda: factories.MentorConsentFactory(mentor=_mentor()), "Карасёв", (*PERSON, *SCHOOL)
    ),
    "mentoring_trainingrecord_modeladmin_index": Case(
        lambda: factories.TrainingRecordFactory(mentor=_mentor()), "Карасёв", (*PERSON, *SCHOOL, "школы наставника")
    ),
    "mentoring_subject_modeladmin_index": _named(factories.SubjectFactory),
    "mentoring_direction_modeladmin_index": _named(factories.DirectionFactory),
    "mentoring_audience_modeladmin_index": _named(factories.AudienceFactory),
    "mentoring_deficit_modeladmin_index": _named(factories.DeficitFactory),
    "mentoring_workformat_modeladmin_index": _named(factories.WorkFormatFactory),
    "mentoring_schooldocument_modeladmin_index": _named(factories.SchoolDocumentFactory),
    "mentor_register": MENTOR,
    "mentor_called": Case(lambda: _mentor(is_honoured=True), "Карасёв", MENTOR.typed),
    "wagtailsnippets_mentoring_mentor:list": MENTOR,
    "wagtailsnippetchoosers_mentoring_mentor:choose": MENTOR,
    "mentor_for_pair:choose": MENTOR,
    "wagtailsnippets_mentoring_pair:list": PAIR,
    "wagtailsnippetchoosers_mentoring_pair:choose": PAIR,
    "wagtailsnippets_mentoring_duetproject:list": Case(_duet, "Берёзовский", ("ёлочного", "УРОКИ", "соловьевой")),
    "wagtailsnippetchoosers_mentoring_duetproject:choose": Case(_duet, "Дуэт,", ("елочного", "соловьевой")),
    "wagtailsnippets_bestpractices_yearbook:list": Case(
        lambda: YearBook.objects.create(organisation=_school(), year=2025, title="Тёплый год"),
        "Тёплый год",
        ("теплого ГОДА", *SCHOOL),
    ),
    "wagtailsnippetchoosers_bestpractices_yearbook:choose": Case(
        lambda: YearBook.objects.create(organisation=_school(), year=2025, title="Тёплый год"),
        "Тёплый год",
        ("теплого ГОДА", *SCHOOL),
    ),
    "wagtailsnippets_cms_glossaryterm:list": Case(
        lambda: GlossaryTerm.objects.create(term="Тёплый вход", definition="Начало недели."),
        "Тёплый вход",
        ("теплого входа", "НЕДЕЛЯ"),
    ),
    "wagtailsnippets_duet_search_synonymgroup:list": Case(
        lambda: SynonymGroup.objects.create(text="0-й зачёт\nпроверка знаний"), "зачёт", ("зачеты", "ПРОВЕРКУ")
    ),
    "wagtailsnippets_duet_search_bestbet:list": Case(
        lambda: BestBet.objects.create(text="жёлтая страница", title="Тёплый вход", address="/nastavniki/"),
        "Тёплый вход",
        ("теплого входа", "желтой СТРАНИЦЫ"),
    ),
    "mail_report": Case(
        lambda: OutgoingMail.objects.create(subject="Тёплый привет", recipient="kept@example.org", kind="login"),
        "Тёплый привет",
        ("теплые ПРИВЕТЫ", "kept@example.org"),
    ),
    "act_chooser:choose": ACT,
    "programme_chooser:choose": PROGRAMME,
    "ground_chooser:choose": ACT,
    "wagtailusers_users:index": Case(_user, "Карасёва", ("карасева", "КАРАСЁВА", "алёна", "Кар")),
    "wagtailusers_groups:index": Case(
        lambda: Group.objects.create(name="Тёплый круг"), "Тёплый круг", ("теплый", "ТЁПЛЫЙ КРУГ")
    ),
    "wagtailadmin_workflows:index": Case(
        lambda: Workflow.objects.create(name="Тёплый круг"), "Тёплый круг", ("теплый", "ТЁПЛЫЙ КРУГ")
    ),
    "wagtailadmin_workflows:task_index": Case(
        lambda: Task.objects.create(name="Тёплый круг"), "Тёплый круг", ("теплый", "ТЁПЛЫЙ КРУГ")
    ),
    "wagtailredirects:index": Case(
        lambda: Redirect.objects.create(old_path="/тёплый", redirect_link="/"), "/тёплый", ("ТЕПЛЫЙ",)
    ),
}
#: Lists that are short by their nature, are searched by the index (test_admin.py), or open no list at all.
WITHOUT = {
    "bestpractices_reviewpolicy_modeladmin_index",
    "wagtailadmin_collections:index",
    "wagtailsites:index",
    "wagtailsnippets:index",
    "wagtaildocs:index",
    "wagtailimages:index",
    "wagtaildocs_chooser:choose",
    "wagtailimages_chooser:choose",
    "wagtailsnippetchoosers_cms_glossaryterm:choose",  # nothing refers to a term or a group
    "wagtailsnippetchoosers_duet_search_synonymgroup:choose",
    "wagtailsnippetchoosers_duet_search_bestbet:choose",
}


@pytest.mark.parametrize("name", CASES)
def test_a_list_is_searched_by_words(superuser: User, signed_in: Callable[[Any], Client], name: str) -> None:
    make, shown, typed = CASES[name]
    make()
    client = signed_in(superuser)
    assert shown in _rows(client, name, "")
    for words in typed:
        assert shown in _rows(client, name, words), words
    for words in ("кенгуру", f"{typed[0]} кенгуру"):
        assert shown not in _rows(client, name, words), words


def _rows(client: Client, name: str, words: str) -> str:
    """The list alone: the whole page repeats the query in its field."""
    name = name.replace(":choose", ":choose_results")
    response = client.get(reverse(name), {"q": words} if words else {})
    assert response.status_code == 200, (name, words)
    return response.content.decode()


def test_no_list_is_forgotten() -> None:
    lists = {name for name in _names(get_resolver()) if _is_list(name)}
    assert lists - WITHOUT == set(CASES)


def _is_list(name: str) -> bool:
    return name.endswith(("_modeladmin_index", ":list", ":choose")) or name in {
        *("mentor_register", "mentor_called", "mail_report", "wagtailusers_users:index", "wagtailusers_groups:index"),
        *("wagtailadmin_workflows:index", "wagtailadmin_workflows:task_index", "wagtailredirects:index"),
    }


def _names(resolver: Any, space: str = "") -> Any:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _names(one, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}"


@pytest.mark.parametrize(
    "name", ["mentor_register", "mentoring_subject_modeladmin_index", "act_chooser:choose", "wagtailusers_users:index"]
)
@pytest.mark.parametrize("odd", ["\x00'\"(%_\\", "[а-", "слово " * 3000, "   ", "№ !", "(((", "🙂"])
def test_odd_queries_are_answered(superuser: User, signed_in: Callable[[Any], Client], name: str, odd: str) -> None:
    make_act()
    _rows(signed_in(superuser), name, odd)


LISTS_OF_PLACES = [
    *("cms_organisation_modeladmin_index", "mentoring_mentorconsent_modeladmin_index", "mentor_register"),
    *("wagtailsnippets_mentoring_mentor:list", "wagtailsnippetchoosers_mentoring_mentor:choose"),
    *("wagtailsnippets_mentoring_pair:list", "wagtailsnippetchoosers_mentoring_pair:choose"),
]


@pytest.mark.parametrize("name", LISTS_OF_PLACES)
def test_nobody_finds_beyond_the_own_territory(
    coordinator: User, municipality: Any, other_municipality: Any, signed_in: Callable[[Any], Client], name: str
) -> None:
    for place, number in ((municipality, "первая"), (other_municipality, "вторая")):
        school = factories.OrganisationFactory(short_name=f"Гимназия {number}", municipality=place)
        mentor = factories.MentorFactory(last_name=f"Карасёв-{number}", organisation=school, consented=True)
        factories.PairFactory(mentor=mentor)
    words = "гимназии" if "organisation" in name else "карасев"
    rows = _rows(signed_in(coordinator), name, words)
    assert "первая" in rows
    assert "вторая" not in rows


def test_a_surname_is_no_patronymic(superuser: User, signed_in: Callable[[Any], Client]) -> None:
    factories.MentorFactory(last_name="Петров", patronymic="Львович")
    factories.MentorFactory(last_name="Сомова", patronymic="Петровна")
    client = signed_in(superuser)
    assert "Сомова" not in _rows(client, "mentor_register", "петров")
    assert "Петров" in _rows(client, "mentor_register", "петровым")
    assert "Сомова" in _rows(client, "mentor_register", "петровн")


def test_a_number_is_the_whole_number(superuser: User, signed_in: Callable[[Any], Client]) -> None:
    for number in (3, 33):
        factories.OrganisationFactory(short_name=f"Школа № {number}", full_name="Школа")
    rows = _rows(signed_in(superuser), "cms_organisation_modeladmin_index", "школы 3")
    assert "№ 3<" in rows.replace("\n", "")
    assert "№ 33" not in rows
