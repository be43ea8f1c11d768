"""Consents on paper to one interview, and what became of those given before interviews had their own."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from mentoring.consents.enums import Purpose
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.enums import ProjectState
from mentoring.duets.readiness import consents_missing
from tests.factories import DuetProjectFactory, MenteeConsentFactory

pytestmark = pytest.mark.django_db

upgrade = import_module("mentoring.migrations.0016_interview_consents_given")


@pytest.fixture
def project(municipality):
    return DuetProjectFactory(municipality=municipality, state=ProjectState.APPROVED, consented=False)


def on_paper(**more):
    today = f"{timezone.localdate():%Y-%m-%d}"
    return {"given_on": today, "channel": "paper", "text_version": "1", "holder": "Центр", **more}


def test_a_paper_is_recorded_for_the_interview_that_it_names(project, signed_in, coordinator):
    client, mentor = signed_in(coordinator), project.pair.mentor
    desk = client.get(f"/admin/duets/{project.pk}/").content.decode()
    assert desk.count("Записать согласие на бумаге") == 2
    for kind, who in (("mentorconsent", {"mentor": mentor.pk, "purpose": "interview"}),
                      ("menteeconsent", {"mentee": project.mentee_id})):  # fmt: skip
        address = f"/admin/mentoring/{kind}/create/"
        unnamed = client.post(address, on_paper(**who))
        assert unnamed.status_code == 200 and not unnamed.context["form"].is_valid()
        assert client.post(address, on_paper(**who, interview=project.pk)).status_code == 302
    assert not consents_missing(project, timezone.localdate())


def test_an_interview_of_other_people_is_refused(project, municipality, signed_in, coordinator):
    other = DuetProjectFactory(municipality=municipality, consented=False)
    data = on_paper(mentor=project.pair.mentor_id, purpose="interview", interview=other.pk)
    answer = signed_in(coordinator).post("/admin/mentoring/mentorconsent/create/", data)
    assert "говорит другой наставник" in answer.content.decode()


def test_what_visitors_could_read_before_the_upgrade_they_can_read_after_it(project):
    consent = MenteeConsentFactory(mentee=project.mentee)
    upgrade.name_the_interviews(apps, None)
    upgrade.keep_the_mentors(apps, None)
    consent.refresh_from_db()
    assert consent.interview == project
    assert not consents_missing(project, timezone.localdate())
    given = MentorConsent.objects.get(purpose=Purpose.INTERVIEW)
    assert "отдельного согласия тогда не спрашивали" in given.proof


@pytest.mark.parametrize("unconsented", ["withdrawn", "never approved"])
def test_the_upgrade_makes_nothing_public_that_was_not(project, unconsented):
    if unconsented == "withdrawn":
        MentorConsent.objects.filter(purpose=Purpose.PUBLICATION).update(
            withdrawn_on=timezone.localdate() - timedelta(days=1)
        )
    else:
        project.speakers.update(approved_at=None)
    upgrade.keep_the_mentors(apps, None)
    assert not MentorConsent.objects.filter(purpose=Purpose.INTERVIEW).exists()
    assert not MenteeConsent.objects.exists()
