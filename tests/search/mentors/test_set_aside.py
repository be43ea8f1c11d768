"""One mentor whose document cannot be computed: the others are found, and whoever must be gone is gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from mentoring.bank.models import Mentor
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from search.freshness.models import SetAside
from search.mentors import documents
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import Shown

Look = Callable[..., Shown]


@pytest.fixture
def spoilt(region: Region, look: Look, monkeypatch: pytest.MonkeyPatch) -> Mentor:
    """A mentor who was found, and whose card cannot be made any more."""
    found: Mentor = region.mentor("Порчина")
    region.mentor("Видимова")
    assert look("").total == 2
    card = documents.card_of

    def fail(mentor: documents.PublicMentor) -> object:
        return 1 // 0 if mentor.pk == found.pk else card(mentor)

    monkeypatch.setattr(documents, "card_of", fail)
    return found


def test_a_public_one_stays_and_the_others_are_renewed(region: Region, look: Look, spoilt: Mentor) -> None:
    Mentor.objects.update(about="астрономия")
    region.mentor("Новикова")

    assert look("q=астрономия").total == 1
    assert look("").total == 3
    assert SetAside.objects.get().object_id == spoilt.pk


@pytest.mark.parametrize("way", ["consent", "draft", "suspended"])
def test_whoever_must_be_gone_is_gone(look: Look, spoilt: Mentor, way: str) -> None:
    Mentor.objects.filter(pk=spoilt.pk).update(about="астрономия")
    assert look("").total == 2
    if way == "consent":
        consent = MentorConsent.objects.filter(mentor=spoilt, purpose=Purpose.PUBLICATION)
        consent.update(withdrawn_on=timezone.localdate())
    elif way == "draft":
        Mentor.objects.filter(pk=spoilt.pk).update(live=False)
    else:
        Mentor.objects.filter(pk=spoilt.pk).update(selection_state="suspended")

    assert look("").total == 1
    assert look("q=порчина").total == 0
