"""What an expert reads of their own work: before the button that it is final, afterwards every word of it."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from bestpractices.practices.enums import Part
from bestpractices.review.models import Remark
from bestpractices.scoring.models import Criterion, Expert, ExpertReview
from bestpractices.scoring.notices import personal_address
from tests.factories import MunicipalityFactory
from tests.factories import practices as make
from tests.form_filling import sent

pytestmark = pytest.mark.django_db

MINE, THEIRS = "Цель не измерить", "Слова другого эксперта"


@pytest.fixture
def reviews(municipality: Any, methodist: Any) -> list[ExpertReview]:
    """The work of two experts on one practice."""
    practice = make.practice_at_experts(municipality, methodist)
    return list(ExpertReview.objects.filter(state__page=practice))


def test_that_a_score_is_final_is_said_beside_the_button(reviews: Any, signed_in: Any) -> None:
    page = signed_in(reviews[0].expert.user).get(reverse("practice_score", args=[reviews[0].pk])).content.decode()

    before, button = page.split("Записать оценку")[0].rsplit("<p", 2)[1:]
    assert "После записи оценку изменить нельзя" in before
    assert 'aria-describedby="score-is-final"' in button and 'id="score-is-final"' in before


def test_an_expert_reads_their_own_remarks_and_nobody_elses(reviews: Any, signed_in: Any) -> None:
    one, two = reviews
    make.score(one, comment="Взяла бы себе", remarks=((Part.AIM, MINE),))
    make.score(two, remarks=((Part.AIM, THEIRS),))

    page = signed_in(one.expert.user).get(reverse("practice_score", args=[one.pk])).content.decode()

    own = re.search(r'<section class="duet-scores".*?</section>', page, re.DOTALL)
    assert own and MINE in own[0] and str(Part.AIM.label) in own[0] and "Взяла бы себе" in own[0]
    assert THEIRS not in own[0]


def test_behind_a_personal_link_points_and_remarks_stand_at_once(
    municipality: Any, methodist: Any, client: Any
) -> None:
    for number in range(2):
        place = MunicipalityFactory()
        Expert.objects.create(full_name=f"Внешний {number}", municipality=place, email=f"e{number}@example.org")
    practice = make.practice_at_experts(municipality, methodist)
    path = re.sub(r"^https?://[^/]+", "", personal_address(ExpertReview.objects.filter(state__page=practice)[0]))
    points = {f"points-{criterion.pk}": "4" for criterion in Criterion.objects.in_use()}

    page = client.post(path, sent(client.get(path).content, **points, **{"remark-aim": MINE})).content.decode()

    assert "Спасибо, оценка записана" in page and "Ваши баллы" in page and MINE in page
    assert MINE in client.get(path).content.decode()


def test_remarks_from_before_find_the_expert_who_wrote_them(reviews: Any) -> None:
    one, two = reviews
    make.score(one, remarks=((Part.AIM, MINE),))
    make.score(two, remarks=((Part.AIM, THEIRS),))
    late = Remark.objects.create(state=one.state, page=one.state.page, part=Part.AIM, words="После всех")
    Remark.objects.filter(pk=late.pk).update(at=late.at + timedelta(hours=1))
    Remark.objects.update(review=None)

    import_module("bestpractices.migrations.0008_reviews_of_remarks").find_reviews(apps, None)

    found = dict(Remark.objects.values_list("words", "review"))
    assert found == {MINE: one.pk, THEIRS: two.pk, "После всех": None}
