"""The panel over the form of a practice says where the practice is, and what its author can do now."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from bestpractices.practices.models import PracticePage
from bestpractices.review.models import ReviewPolicy
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

READY = "Всё на месте: практику можно отправить на проверку."
SETTLED = "Практика опубликована, отправлять нечего"


def panel(client: Any, practice: PracticePage) -> str:
    """What the panel says, without marks."""
    body = client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk])).content.decode()
    start = body.index('<div class="duet-review">')
    return re.sub(r"<[^>]+>|\s+", " ", body[start : body.index('name="title"', start)])


def test_a_published_practice_is_not_offered_to_be_sent_again(municipality, methodist, signed_in):
    practice, author = make.practice_published(municipality, methodist), signed_in(methodist)

    told = panel(author, practice)
    assert SETTLED in told and READY not in told
    assert "Отправить как редакторскую правку" in told and "полную проверку" in told

    practice.save_revision(user=methodist)
    told = panel(author, practice)
    assert SETTLED not in told and READY in told and "На сайте пока прежний текст." in told


def test_without_the_short_way_only_the_whole_review_is_named(municipality, methodist, signed_in):
    practice = make.practice_published(municipality, methodist)
    ReviewPolicy.objects.update(corrections=None)

    told = panel(signed_in(methodist), practice)
    assert SETTLED in told and "редакторскую правку" not in told and "Потом отправьте её на проверку" in told


def test_a_draft_is_told_that_it_can_be_sent(municipality, methodist, signed_in):
    told = panel(signed_in(methodist), make.practice_draft(municipality, methodist))

    assert READY in told and SETTLED not in told and "прежний текст" not in told


def test_a_returned_practice_with_open_remarks_does_not_read_as_finished(municipality, methodist, signed_in):
    told = panel(signed_in(methodist), make.practice_returned(municipality, methodist))

    assert READY not in told and "когда замечания исправлены, практику можно отправить снова" in told
