"""A form that came back with an error is sent again: what was typed the first time is nobody else's change."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mentoring.duets.models import DuetProject
from mentoring.duets.months import first_of_month, shifted
from mentoring.pairs.models import Pair
from tests.factories import PairFactory
from tests.form_filling import sent
from tests.visitors import opened

pytestmark = pytest.mark.django_db
WRITE = "/kontakty/napisat/"


def test_a_visitor_mends_what_was_missing(client: Client) -> None:
    typed = {"sender_name": "Илья", "sender_email": "ilya@school.example", "text": "Как найти наставника?"}
    answer = client.post(WRITE, {**sent(client.get(WRITE).content, "text"), **typed, "opened": opened()})
    assert answer.status_code == 422
    again = {**sent(answer.content, "text"), "agreed": "on", "opened": opened()}
    assert client.post(WRITE, again)["Location"] == "/podtverzhdenie/pismo/vopros/"


@pytest.fixture
def pair(municipality):
    return PairFactory(mentor__municipality=municipality)


def come_back(client: Client, url: str):
    """The form of a pair with a day that is none, and a new order typed."""
    typed = sent(client.get(url).content, "mentor", started_on="не день", order="№ 7")
    answer = client.post(url, typed)
    assert answer.status_code == 200
    return answer


def test_an_editor_mends_what_was_wrong(signed_in, coordinator, pair) -> None:
    client, url = signed_in(coordinator), reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk])
    answer = come_back(client, url)
    day = f"{pair.started_on:%d.%m.%Y}"
    assert client.post(url, sent(answer.content, "mentor", started_on=day)).status_code == 302
    pair.refresh_from_db()
    assert pair.order == "№ 7"


def test_somebody_elses_change_meanwhile_is_still_seen(signed_in, coordinator, pair) -> None:
    client, url = signed_in(coordinator), reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk])
    answer = come_back(client, url)
    Pair.objects.filter(pk=pair.pk).update(order="№ 8 другого человека")
    day = f"{pair.started_on:%d.%m.%Y}"
    assert client.post(url, sent(answer.content, "mentor", started_on=day)).status_code == 409


def test_a_form_opened_with_a_choice_in_its_address_is_saved(signed_in, editor, municipality) -> None:
    """The form goes to its address without the query; what it was opened with is no change by somebody else."""
    client, month = signed_in(editor), shifted(first_of_month(timezone.localdate()), 6)
    mentee = PairFactory(mentor__municipality=municipality, active=True).mentees.get()
    url = reverse("wagtailsnippets_mentoring_duetproject:add")
    form = client.get(url, {"month": f"{month:%Y-%m-%d}"}).content
    assert client.post(url, sent(form, mentee=str(mentee.pk))).status_code == 302
    assert DuetProject.objects.get().month == month
