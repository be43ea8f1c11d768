"""Parts of a page made by a program have their places, so that the editor's form does not mix them."""

import pytest

from cms.acts.models import ActPage
from cms.acts.parts import ActParagraph
from mentoring.programmes.models import ProgrammePage
from mentoring.programmes.parts import ProgrammeTask
from tests.factories import OrganisationFactory, open_branch
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


def test_parts_are_numbered_as_they_were_given(municipality):
    act = make_act(paragraphs=[("1", "Первый."), ("2", "Второй."), ("3", "Третий.")])
    stored = ActPage.objects.get(pk=act.pk)
    assert [(part.number, part.sort_order) for part in stored.paragraphs.all()] == [("1", 0), ("2", 1), ("3", 2)]


def test_the_places_that_the_form_gave_stay(municipality):
    open_branch(municipality)
    page = make_programme(OrganisationFactory(municipality=municipality))
    page.tasks = [ProgrammeTask(text="Позже", sort_order=5), ProgrammeTask(text="Раньше", sort_order=2)]
    page.save()
    assert [task.text for task in ProgrammePage.objects.get(pk=page.pk).tasks.all()] == ["Раньше", "Позже"]


def test_a_new_part_among_numbered_ones_keeps_their_order(municipality):
    act = make_act(paragraphs=[("1", "Первый."), ("2", "Второй.")])
    act.paragraphs = [*act.paragraphs.all(), ActParagraph(number="3", text="Третий.")]
    act.save()
    assert [part.number for part in ActPage.objects.get(pk=act.pk).paragraphs.all()] == ["1", "2", "3"]
