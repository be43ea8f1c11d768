"""Evidence is not deleted, one by one or in bulk."""

import pytest
from django.urls import reverse

from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.pairs.models import Pair
from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("door", ["form", "bulk"])
def test_a_mentor_with_consents_and_a_pair_that_worked_stay(signed_in, coordinator, municipality, door):
    mentor = MentorFactory(public=True, municipality=municipality)
    pair = PairFactory(mentor=MentorFactory(municipality=municipality), active=True)
    client = signed_in(coordinator)
    for kind, thing in (("mentor", mentor), ("pair", pair), ("mentor", pair.mentor)):
        if door == "form":
            url = reverse(f"wagtailsnippets_mentoring_{kind}:delete", args=[thing.pk])
        else:
            url = f"/admin/bulk/mentoring/{kind}/delete/?id={thing.pk}"
        page = client.post(url, follow=True)
        assert "архив" in page.content.decode() or "завершить" in page.content.decode()
    assert (Mentor.objects.count(), Pair.objects.count(), MentorConsent.objects.count()) == (2, 1, 2)
