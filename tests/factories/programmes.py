from __future__ import annotations

from typing import Any

from wagtail.models import Page

from cms.pages.models import HomePage, MunicipalityPage
from cms.territories.models import Municipality, Organisation
from mentoring.pairs.enums import PairModel
from mentoring.programmes.models import ProgrammeIndexPage, ProgrammePage
from mentoring.programmes.parts import ProgrammeForm, ProgrammeGround, ProgrammeMentee, ProgrammeMentor, ProgrammeTask
from tests.factories.territories import OrganisationFactory


def branch_of(municipality: Municipality) -> MunicipalityPage:
    """The municipality's home page, made on first use."""
    found = MunicipalityPage.objects.filter(home_of=municipality).first()
    if found is not None:
        return found
    page = MunicipalityPage(title=municipality.name, slug=municipality.code, home_of=municipality)
    return HomePage.objects.get().add_child(instance=page)  # type: ignore[no-any-return]


def programme_section(home: Page) -> ProgrammeIndexPage:
    """The section of programmes under a home page, made on first use."""
    found = ProgrammeIndexPage.objects.child_of(home).first()
    if found is not None:
        return found  # type: ignore[no-any-return]
    return home.add_child(instance=ProgrammeIndexPage(title="Программы", slug="programmy"))  # type: ignore[no-any-return]


def make_programme(organisation: Organisation | None = None, *, live: bool = True, **fields: Any) -> ProgrammePage:
    """A complete programme of an organisation, in the branch of its municipality; published unless ``live=False``."""
    organisation = organisation or OrganisationFactory()
    words: dict[str, Any] = {
        "title": f"Наставничество: {organisation.short_name}",
        "organisation": organisation,
        "slug": f"programma-{organisation.code}-{ProgrammePage.objects.count()}",
        "definition": "Передача опыта в доверительном общении.",
        "aim": "Помочь каждому новому педагогу остаться в школе.",
        "curator_name": "Ракитина Ольга Львовна",
        "curator_post": "заместитель директора",
        "curator_phone": "8 (000) 123-45-67",
    }
    page = ProgrammePage(**{**words, **fields}, live=False)
    page.mentors = [ProgrammeMentor(who="педагоги"), ProgrammeMentor(who="обучающиеся", age_from=15, age_to=18)]
    page.mentees = [ProgrammeMentee(who="молодые педагоги"), ProgrammeMentee(who="обучающиеся", age_from=10, age_to=15)]
    page.tasks = [ProgrammeTask(text="Составить дорожную карту"), ProgrammeTask(text="Обучить наставников")]
    page.grounds = [ProgrammeGround(citation="распоряжение Минпросвещения от 25.12.2019 № Р-145")]
    page.forms = [ProgrammeForm(pair_model=PairModel.TEACHER_TEACHER, own_formats="Чай с наставником")]
    programme_section(branch_of(organisation.municipality)).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ProgrammePage.objects.get(pk=page.pk)
