"""The author's first page says what came back."""

import pytest

from bestpractices.review.submitting import SubmitPractice
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

HEADING = "Практики вернули вам с замечаниями"


def test_an_author_sees_the_returned_practice_until_it_is_sent_again(municipality, methodist, coordinator, signed_in):
    practice = make.practice_returned(municipality, methodist, title="Вернувшаяся")
    author = signed_in(methodist)
    page = author.get("/admin/").content.decode()
    assert HEADING in page and "Вернувшаяся" in page
    assert HEADING not in signed_in(coordinator).get("/admin/").content.decode()
    SubmitPractice(practice, methodist).execute()
    assert HEADING not in signed_in(methodist).get("/admin/").content.decode()
