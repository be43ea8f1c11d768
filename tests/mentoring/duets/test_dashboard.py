"""The first page of the admin: an editor sees the late month, and nobody sees a neighbour's."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.duets.enums import ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, shifted
from tests.factories import DuetProjectFactory

pytestmark = pytest.mark.django_db


def first_page(client):
    return client.get("/admin/").content.decode()


def test_an_editor_sees_the_late_duet_and_the_empty_month(municipality, other_municipality, editor, signed_in):
    client, today = signed_in(editor), timezone.localdate()
    assert "дуэта ещё нет" in first_page(client)
    late = DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING, due_on=today - timedelta(days=3))
    neighbour = DuetProjectFactory(
        municipality=other_municipality, state=ProjectState.ANSWERING, due_on=today - timedelta(days=3)
    )
    page = first_page(client)
    assert "Дуэты ждут вас" in page and "запаздывает" in page
    assert f"/admin/duets/{late.pk}/" in page and f"/admin/duets/{neighbour.pk}/" not in page


def test_a_month_that_is_over_without_its_duet_is_late(municipality, editor, signed_in):
    month = shifted(first_of_month(timezone.localdate()), -1)
    DuetProject.objects.create(municipality=municipality, month=month)
    assert "месяц прошёл" in first_page(signed_in(editor))


def test_who_works_with_no_duets_sees_no_panel(methodist, signed_in):
    assert "Дуэты ждут вас" not in first_page(signed_in(methodist))
