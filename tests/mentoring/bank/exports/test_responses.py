"""The download gives people only to those who keep their bank."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from cms.territories.models import Organisation
from mentoring.bank.exports.responses import bank_download
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory


def words(response: object) -> str:
    return b"".join(response.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


@pytest.fixture
def two_banks(school: Organisation, foreign_school: Organisation) -> None:
    MentorFactory(last_name="Своя", organisation=school)
    MentorFactory(last_name="Чужая", organisation=foreign_school)


@pytest.mark.usefixtures("two_banks")
def test_a_coordinator_takes_out_the_own_bank_alone(coordinator: User) -> None:
    text = words(bank_download(coordinator, Mentor.objects.all(), "csv"))

    assert "Своя" in text
    assert "Чужая" not in text


@pytest.mark.usefixtures("two_banks")
def test_the_regional_centre_takes_out_all_and_a_teacher_nothing(regional_centre: User, teacher: User) -> None:
    assert "Чужая" in words(bank_download(regional_centre, Mentor.objects.all(), "csv"))
    assert words(bank_download(teacher, Mentor.objects.all(), "csv")).count("\r\n") == 1


@pytest.mark.usefixtures("two_banks")
def test_nothing_on_the_way_keeps_a_copy(coordinator: User) -> None:
    response = bank_download(coordinator, Mentor.objects.all(), "xlsx")

    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"].endswith('.xlsx"')
