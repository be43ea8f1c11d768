"""What visitors read on a programme's page and in the section."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.pages.models import HomePage
from mentoring.pairs.enums import PairModel
from mentoring.programmes.parts import ProgrammeForm, ProgrammeTask
from tests.factories import MentorFactory, OrganisationFactory, PairFactory, WorkFormatFactory
from tests.factories.programmes import make_programme, programme_section

pytestmark = pytest.mark.django_db


def read(page):
    response = Client().get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_shows_every_field_of_the_description():
    programme = make_programme(year=2026, lead="Коротко о главном", goals=["keep"], kinds=["group"])
    page = read(programme)
    for words in (
        programme.organisation.full_name,
        "2026/27",
        "Коротко о главном",
        "Передача опыта в доверительном общении.",
        "обучающиеся (10–15 лет)",
        "обучающиеся (15–18 лет)",
        "Помочь каждому новому педагогу",
        "закрепить молодых педагогов",
        "Составить дорожную карту",
        "учитель – учитель",
        "Чай с наставником",
        "распоряжение Минпросвещения от 25.12.2019 № Р-145",
        "заместитель директора",
        "групповое",
        "сентябрь – октябрь 2026",
    ):
        assert words in page, words


def test_without_a_consent_the_page_tells_neither_name_nor_phone_of_the_curator():
    page = read(make_programme())
    assert "Ракитина" not in page
    assert "123-45-67" not in page


def test_a_form_offers_the_formats_of_the_list_and_the_schools_own():
    programme = make_programme(live=False)
    form = ProgrammeForm(pair_model=PairModel.PUPIL_PUPIL, own_formats="• Ночь музея\n\n  - Лыжный поход;")
    form.formats = [WorkFormatFactory(name="Классные часы")]
    programme.forms = [form]
    programme.save_revision().publish()
    page = read(programme)
    for words in ("Классные часы", "Ночь музея", "Лыжный поход"):
        assert f"<li>{words}</li>" in page


def test_numbers_are_counted_from_the_pairs_of_the_school_its_forms_and_the_year():
    school = OrganisationFactory()
    mentor = MentorFactory(organisation=school)
    PairFactory(mentor=mentor, active=True, started_on="2026-10-01", mentees=2)
    PairFactory(mentor=mentor, completed=True, started_on="2026-09-01", ended_on="2026-12-01")
    PairFactory(mentor=mentor, started_on="2026-10-01")  # a draft
    PairFactory(mentor=mentor, active=True, started_on="2026-10-01", model=PairModel.PUPIL_PUPIL)
    PairFactory(mentor=mentor, completed=True, started_on="2025-10-01", ended_on="2026-05-01")
    PairFactory(active=True, started_on="2026-10-01")  # of another school
    page = Client().get(make_programme(school, year=2026).url).context["programme"]
    assert (page.numbers.pairs, page.numbers.mentors, page.numbers.mentees) == (2, 1, 3)


def test_scripts_in_every_field_are_shown_as_text():
    payload = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    texts = ("title", "lead", "definition", "aim", "curator_name", "curator_post")
    programme = make_programme(live=False, **dict.fromkeys(texts, payload))
    programme.tasks = [ProgrammeTask(text=payload)]
    programme.forms = [ProgrammeForm(pair_model="teacher-teacher", own_formats=payload, own_documents=payload)]
    for part in (*programme.mentors.all(), *programme.mentees.all()):
        part.who = payload
    for ground in programme.grounds.all():
        ground.citation = payload
    programme.save_revision().publish()
    for address in (programme.url, programme.get_parent().url):
        page = Client().get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def queries(url):
    Client().get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert Client().get(url).status_code == 200
    return len(asked)


def test_the_page_asks_the_same_number_of_questions_whatever_it_holds():
    small, large = make_programme(), make_programme(live=False)
    large.tasks = [ProgrammeTask(text=f"Задача {number}") for number in range(30)]
    large.forms = [ProgrammeForm(pair_model=form.value, own_formats="Своё") for form in PairModel]
    for form in large.forms.all():
        form.formats = [WorkFormatFactory() for _ in range(6)]
    large.save_revision().publish()
    assert queries(large.url) == queries(small.url)


def test_the_section_of_a_district_lists_its_own_and_the_regions_all(municipality, other_municipality):
    own = make_programme(OrganisationFactory(municipality=municipality))
    other = make_programme(OrganisationFactory(municipality=other_municipality))
    draft = make_programme(OrganisationFactory(municipality=municipality), live=False, title="Черновик")
    district, region = read(own.get_parent()), read(programme_section(HomePage.objects.get()))
    assert own.title in district
    assert other.title not in district
    assert own.title in region
    assert other.title in region
    assert draft.title not in region


def test_the_section_asks_the_same_number_of_questions_for_one_and_for_twelve():
    school = OrganisationFactory()
    section = make_programme(school).get_parent()
    one = queries(section.url)
    for _ in range(11):
        make_programme(OrganisationFactory(municipality=school.municipality))
    assert queries(section.url) == one


def test_an_empty_section_says_what_will_stand_there():
    assert "Программ пока нет" in read(programme_section(HomePage.objects.get()))
