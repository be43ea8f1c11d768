"""What visitors read on a programme's page and in the section."""

import json
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.acts.enums import RelationKind
from cms.pages.models import HomePage
from mentoring.pairs.enums import PairModel
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.papers import programme_paper
from mentoring.programmes.parts import ProgrammeForm, ProgrammeGround, ProgrammeTask
from mentoring.programmes.presenters import present
from tests.factories import MentorFactory, OrganisationFactory, PairFactory, WorkFormatFactory
from tests.factories.acts import make_act
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
    PairFactory(mentor=mentor, active=True, started_on="2026-10-01", mentees=2, kind="group")
    PairFactory(mentor=mentor, completed=True, started_on="2026-09-01", ended_on="2026-12-01")
    PairFactory(mentor=mentor, started_on="2026-10-01")  # a draft
    PairFactory(mentor=mentor, active=True, started_on="2026-10-01", model=PairModel.PUPIL_PUPIL)
    PairFactory(mentor=mentor, completed=True, started_on="2025-10-01", ended_on="2026-05-01")
    PairFactory(active=True, started_on="2026-10-01")  # of another school
    page = Client().get(make_programme(school, year=2026).url).context["programme"]
    numbers = page.numbers
    assert (numbers.pairs, numbers.groups, numbers.mentors, numbers.mentees) == (1, 1, 1, 3)


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


def test_an_empty_section_says_what_will_stand_there():
    assert "Программ пока нет" in read(programme_section(HomePage.objects.get()))


def test_the_list_is_narrowed_by_form_kind_of_organisation_and_year():
    school = make_programme(OrganisationFactory(kind="school"), year=2026, title="Программа школы")
    college = make_programme(OrganisationFactory(kind="college"), year=2025, title="Программа колледжа")
    college.forms = [ProgrammeForm(pair_model=PairModel.STUDENT_STUDENT)]
    college.save_revision().publish()
    bank = programme_section(HomePage.objects.get()).url
    for chosen in ("form=student-student", "organisation-kind=college", "year=2025"):
        found = Client().get(f"{bank}?{chosen}").content.decode()
        assert college.title in found, chosen
        assert school.title not in found, chosen


def test_the_curator_is_not_found_by_name():
    programme = make_programme()
    assert "Ракитина" not in repr(programme.found())


def test_a_ground_leads_to_the_act_and_says_that_it_lost_force():
    ground = make_act("214-о")
    programme = make_programme(live=False)
    programme.grounds = [ProgrammeGround(act=ground)]
    programme.save_revision().publish()
    page = read(programme)
    assert f'href="{ground.url}"' in page
    assert "не действует" not in page

    make_act("300-о", date=date(2024, 3, 1), relations=[(RelationKind.CANCELS, ground)])
    assert "не действует с 1 марта 2024" in read(programme).replace("\xa0", " ")


def test_a_ground_is_an_act_or_a_line():
    with pytest.raises(ValidationError):
        ProgrammeGround(citation=" ").clean()
    ground = ProgrammeGround(act=make_act("214-о"))
    ground.clean()
    assert "214-о" in ground.citation


def test_the_paper_says_what_the_page_says_and_hides_what_it_hides():
    programme = make_programme(year=2026)
    words = repr(programme_paper(present(programme, timezone.localdate()), "https://example.org/"))
    for shown in ("Составить дорожную карту", "Чай с наставником", "Подготовка условий", "сентябрь – октябрь 2026"):
        assert shown in words
    assert "Ракитина" not in words
    response = Client().get(f"{programme.url}pdf/")
    assert response.content.startswith(b"%PDF")


def test_structured_data_tell_of_the_organisation_and_the_year():
    page = read(make_programme(year=2026))
    data = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])
    assert data["startDate"] == "2026-09-01"
    assert "contactPoint" not in data["provider"]


def test_organisations_with_a_published_programme_are_counted_once():
    school = OrganisationFactory()
    make_programme(school)
    make_programme(school, title="Вторая")
    make_programme(live=False)
    assert list(ProgrammePage.objects.published().organisations()) == [school]
