"""Seats follow appointments, one by one and in bulk."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.checks import run_checks

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.branches.checks import find_strangers_in_branches
from cms.branches.enums import Seat
from cms.branches.membership import find_drift, seat_the_appointed
from cms.territories.models import Municipality
from tests.factories import UserFactory, open_branch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def branches(municipality: Municipality, other_municipality: Municipality) -> None:
    open_branch(municipality)
    open_branch(other_municipality)


def seats(user: User) -> set[str]:
    return {str(group.branch_group) for group in user.groups.all()}


def test_those_appointed_before_the_branch_was_opened_sit_in_it(db):
    place = Municipality.objects.create(region=Municipality.objects.first().region, code="new", name="Новый район")
    user = UserFactory(role=Role.EDITOR, municipality=place)
    assert seats(user) == set()

    open_branch(place)

    assert seats(user) == {"Новый район: пишут"}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.TEACHER, set()),
        (Role.EXPERT, set()),
        (Role.EDITOR, {"Ключевской район: пишут"}),
        (Role.METHODIST, {"Ключевской район: публикуют"}),
        (Role.COORDINATOR, {"Ключевской район: публикуют"}),
    ],
)
def test_an_appointment_gives_the_seat_of_its_role(role, expected, municipality):
    assert seats(UserFactory(role=role, municipality=municipality)) == expected


def test_the_centre_sits_above_all(regional_centre):
    assert seats(regional_centre) == {"вся область: публикуют"}


def test_a_moved_appointment_moves_the_seat(editor, other_municipality):
    appointment = editor.appointments.get()
    appointment.municipality = other_municipality
    appointment.save()
    assert seats(editor) == {"Заречный округ: пишут"}


def test_an_appointment_handed_to_another_person_takes_the_seat_along(editor):
    appointment, heir = editor.appointments.get(), UserFactory()
    appointment.user = heir
    appointment.save()
    assert (seats(editor), seats(heir)) == (set(), {"Ключевской район: пишут"})


def test_an_ended_appointment_ends_the_seat(coordinator):
    coordinator.appointments.get().delete()
    assert seats(coordinator) == set()


def test_bulk_changes_are_followed(editor, methodist, municipality, other_municipality):
    Appointment.objects.filter(user__in=[editor, methodist]).update(municipality=other_municipality)
    assert seats(editor) | seats(methodist) == {"Заречный округ: пишут", "Заречный округ: публикуют"}

    people = [UserFactory(), UserFactory()]
    Appointment.objects.bulk_create(
        Appointment(user=user, role=Role.EDITOR, municipality=municipality) for user in people
    )
    assert [seats(user) for user in people] == [{"Ключевской район: пишут"}] * 2

    rows = list(Appointment.objects.filter(user__in=people))
    for row in rows:
        row.role = Role.COORDINATOR
    Appointment.objects.bulk_update(rows, ["role"])
    assert [seats(user) for user in people] == [{"Ключевской район: публикуют"}] * 2

    Appointment.objects.filter(user__in=people).delete()
    assert [seats(user) for user in people] == [set()] * 2


def test_groups_outside_the_branches_are_left_alone(editor):
    choir = Group.objects.create(name="Хор")
    editor.groups.add(choir)
    editor.appointments.all().delete()
    assert list(editor.groups.all()) == [choir]


def test_a_stranger_put_into_a_group_by_hand_is_noticed_and_removed(municipality, teacher):
    assert find_strangers_in_branches() == []
    municipality.branch.groups.get(seat=Seat.WRITES).group.user_set.add(teacher)
    assert [found.id for found in run_checks(databases=["default"]) if found.id == "duet.W010"] == ["duet.W010"]

    seat_the_appointed()

    assert not find_drift()
    assert seats(teacher) == set()
