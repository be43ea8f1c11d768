"""What leaves the admin of a mentor: only what is consented, field by field, and nothing of those who are hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor, PortfolioLink
from mentoring.bank.presenters import public_mentor, public_mentors
from mentoring.consents.enums import PublicField
from tests.factories import AudienceFactory, MentorConsentFactory, MentorFactory, PairFactory, SubjectFactory

pytestmark = pytest.mark.django_db

FULL = {
    "about": "канарейка-о-себе",
    "honours": "канарейка-звание",
    "is_honoured": True,
    "case_title": "канарейка-кейс",
    "case_url": "https://example.org/canary-case",
    "page_url": "https://example.org/canary-page",
    "phone": "канарейка-телефон",
    "email": "canary@example.org",
}
#: The fields of ``PublicMentor`` that each consent opens, and what they are without it.
OPENED = {
    PublicField.ABOUT: {"about": ""},
    PublicField.PORTRAIT: {"portrait_id": None},
    PublicField.HONOURS: {"honours": "", "is_honoured": False},
    PublicField.MATERIALS: {"case_title": "", "case_url": "", "portfolio": ()},
    PublicField.PAGE: {"page_url": ""},
    PublicField.EMAIL: {"can_be_written_to": False},
    PublicField.PHONE: {"phone": ""},
}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture(autouse=True)
def public_page(monkeypatch):
    """The public page has its own tests."""
    monkeypatch.setattr(Mentor, "get_absolute_url", lambda self: f"/nastavniki/{self.pk}-x/")


def seen(mentor, on):
    return public_mentor(Mentor.objects.for_presenting().get(pk=mentor.pk), on)


def full_mentor(**traits):
    mentor = MentorFactory(**{**FULL, **traits})
    PortfolioLink.objects.create(mentor=mentor, title="канарейка-портфолио", url="https://example.org/canary-portfolio")
    return mentor


@pytest.mark.parametrize("field", list(PublicField))
def test_each_consented_field_opens_its_own_words_and_no_other(field, today):
    mentor = full_mentor()
    MentorConsentFactory(mentor=mentor)
    MentorConsentFactory(mentor=mentor, publication=True, fields=[field.value])
    public = seen(mentor, today)
    for other, closed in OPENED.items():
        for name, empty in closed.items():
            if other != field:
                assert getattr(public, name) == empty, name
            elif name != "portrait_id":
                assert getattr(public, name) != empty, name


def test_the_address_of_the_mailbox_never_leaves(today):
    assert "canary@example.org" not in repr(seen(full_mentor(public=True), today))


@pytest.mark.parametrize(
    "traits",
    [
        {},
        {"public": True, "minor": True},
        {"public": True, "draft": True},
        {"public": True, "candidate": True},
        {"public": True, "suspended": True},
        {"public": True, "grey": True},
        {"public": True, "organisation__closed": True},
    ],
)
def test_nothing_of_a_hidden_mentor_leaves(traits, today):
    assert seen(full_mentor(**traits), today) is None


@pytest.mark.parametrize("ending", [{"withdrawn": True}, {"expired": True}, {"future": True}])
@pytest.mark.parametrize("which", ["processing", "publication"])
def test_a_consent_that_is_not_in_force_hides_the_mentor(ending, which, today):
    mentor = full_mentor()
    MentorConsentFactory(mentor=mentor, **(ending if which == "processing" else {}))
    MentorConsentFactory(mentor=mentor, everything=True, **(ending if which == "publication" else {}))
    assert seen(mentor, today) is None


def test_an_unpublished_draft_over_a_live_entry_does_not_show(today):
    mentor = full_mentor(public=True)
    mentor.about = "канарейка-черновика"
    mentor.save_revision()
    assert "канарейка-черновика" not in repr(seen(mentor, today))


def test_mentees_are_counted_and_never_named(today):
    mentor = MentorFactory(public=True, places_total=3)
    PairFactory(mentor=mentor, active=True, started_on=today.replace(year=today.year - 1, month=10, day=1))
    PairFactory(mentor=mentor, completed=True, mentees=5, started_on=today.replace(year=today.year - 2, month=3, day=1))
    PairFactory(mentor=mentor)
    public = seen(mentor, today)
    assert (public.places_free, public.pairs_led) == (2, 2)
    assert public.pairs_by_year == (
        (f"{today.year - 1}/{today.year % 100:02d}", 1, 0),
        (f"{today.year - 3}/{(today.year - 2) % 100:02d}", 1, 0),
    )
    assert "Начинающий" not in repr(public)


def test_it_is_valid_until_the_first_day_that_changes_it_by_itself(today, settings):
    mentor = MentorFactory(public=True)
    assert seen(mentor, today).valid_until == today + timedelta(days=settings.MENTOR_FRESH_DAYS + 1)
    MentorConsentFactory(mentor=mentor, everything=True, valid_until=today + timedelta(days=9))
    assert seen(mentor, today).valid_until == today + timedelta(days=10)
    MentorConsentFactory(mentor=mentor, everything=True, given_on=today + timedelta(days=4))
    assert seen(mentor, today).valid_until == today + timedelta(days=4)


@pytest.mark.parametrize("number", [1, 7])
def test_presenting_costs_the_same_number_of_queries_for_any_number(number, today, django_assert_num_queries):
    for _each in range(number):
        mentor = MentorFactory(public=True, subjects=[SubjectFactory()], audiences=[AudienceFactory()])
        PairFactory(mentor=mentor, active=True)
    with django_assert_num_queries(8):
        shown = list(public_mentors(Mentor.objects.public(today).for_presenting(), today))
    assert len(shown) == number
    assert all(public.subjects and public.audiences for public in shown)
