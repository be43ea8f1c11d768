"""A step of a practice is one mail to each person concerned, whatever Wagtail would say beside it."""

from __future__ import annotations

from collections import Counter

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.admin.views.pages import edit

from bestpractices.adoption.actions import TakePractice
from bestpractices.practices.models import PracticePage
from bestpractices.review.aftercare import WithdrawPractice
from bestpractices.review.preferences import MailChoice, MailPreference
from bestpractices.review.submitting import SubmitPractice
from cms.accounts.enums import Role
from cms.mailing.models import OutgoingMail
from tests.factories import OrganisationFactory, UserFactory
from tests.factories import practices as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def administrator(superuser):
    """A superuser beside everybody, who is written to about nothing."""


def written():
    """Mails by person since the last look; nothing has left by itself."""
    assert mail.outbox == []
    found = Counter(sent.recipient.partition("@")[0] for sent in OutgoingMail.objects.all())
    OutgoingMail.objects.all().delete()
    return dict(found)


def decide(client, practice, move, reason=""):
    """Press a verdict on the review page, as its form is shown."""
    stage = make.seen(practice)
    remark = {"remark-steps": "Сколько длится разговор?"} if move == "return" else {}
    data = {"move": move, "stage": stage.stage_id, "seen": stage.revision, "reason": reason, **remark}
    response = client.post(reverse("practice_review", args=[practice.pk]), data)
    assert response.status_code == 302, response.context["form"].errors


def test_a_step_is_one_mail(municipality, methodist, coordinator, signed_in):
    practice = make.practice_draft(municipality, methodist)
    SubmitPractice(practice, methodist).execute()
    assert written() == {"coordinator": 1}
    decide(signed_in(coordinator), practice, "return")
    assert written() == {"methodist": 1}
    SubmitPractice(PracticePage.objects.get(pk=practice.pk), methodist).execute()
    assert written() == {"coordinator": 1}
    decide(signed_in(coordinator), practice, "reject", "Это план, а не практика")
    assert written() == {"methodist": 1}


def test_a_publication_is_one_mail(municipality, methodist, regional_centre, signed_in):
    practice = make.practice_at_region(municipality, methodist)
    OutgoingMail.objects.all().delete()
    decide(signed_in(regional_centre), practice, "approve")
    assert PracticePage.objects.get(pk=practice.pk).live
    assert written() == {"methodist": 1}


def test_who_wants_no_mails_about_practices_gets_none(municipality, methodist, coordinator, signed_in):
    MailPreference.objects.create(user=methodist, choice=MailChoice.NONE)
    practice = make.practice_sent(municipality, methodist)
    written()
    decide(signed_in(coordinator), practice, "return")
    assert written() == {}


def test_who_took_a_practice_for_two_schools_hears_once_that_it_left(municipality, methodist, other_coordinator):
    practice = make.practice_published(municipality, methodist)
    place = other_coordinator.appointments.get().municipality
    for _number in range(2):
        TakePractice(practice, OrganisationFactory(municipality=place), other_coordinator).execute()
    OutgoingMail.objects.all().delete()
    WithdrawPractice(practice, UserFactory(role=Role.COORDINATOR, municipality=municipality), "Ошибка").execute()
    assert written() == {"methodist": 1, "other-coordinator": 1}


def test_who_wants_no_mails_about_practices_gets_none_about_schools_that_apply_them(
    municipality, methodist, other_coordinator
):
    for person in (methodist, other_coordinator):
        MailPreference.objects.create(user=person, choice=MailChoice.NONE)
    practice = make.practice_published(municipality, methodist)
    OutgoingMail.objects.all().delete()
    school = OrganisationFactory(municipality=other_coordinator.appointments.get().municipality)
    TakePractice(practice, school, other_coordinator).execute()
    WithdrawPractice(practice, UserFactory(role=Role.COORDINATOR, municipality=municipality), "Ошибка").execute()
    assert written() == {}


def test_comments_on_a_practice_come_as_each_person_chose(municipality, methodist, coordinator):
    practice = make.practice_draft(municipality, methodist)
    MailPreference.objects.create(user=methodist, choice=MailChoice.NONE)
    said = dict.fromkeys(("new_comments", "resolved_comments", "deleted_comments", "replied_comments"), ())
    people = [methodist, coordinator]
    edit.send_notification(people, "updated_comments", {"page": practice, "editor": UserFactory(), **said})
    assert written() == {"coordinator": 1}
