"""What came back is told to its author, on the first page too; others learn whom they wait for."""

import re

import pytest
from django.urls import reverse

from bestpractices.review.submitting import SubmitPractice
from bestpractices.review.verdicts import ReturnPractice
from cms.accounts.enums import Role
from tests.factories import practices as make

pytestmark = pytest.mark.django_db

HEADING = "Практики вернули вам с замечаниями"
ORDER = "исправьте замечания и отправьте снова"


def test_an_author_sees_the_returned_practice_until_it_is_sent_again(municipality, methodist, coordinator, signed_in):
    practice = make.practice_returned(municipality, methodist, title="Вернувшаяся")
    author = signed_in(methodist)
    page = author.get("/admin/").content.decode()
    assert HEADING in page and "Вернувшаяся" in page
    assert HEADING not in signed_in(coordinator).get("/admin/").content.decode()
    SubmitPractice(practice, methodist).execute()
    assert HEADING not in signed_in(methodist).get("/admin/").content.decode()


def news(client) -> str:
    """What stands under «Что нового» in the queue that lists the practices of the municipality."""
    body = client.get(reverse("practice_queue")).content.decode()
    return re.sub(r"\s+", " ", body[body.index("Практики муниципалитета") :])


def test_each_reader_of_a_returned_practice_is_told_what_is_true_for_them(
    municipality, methodist, coordinator, signed_in
):
    practice = make.practice_sent(municipality, methodist, title="Вернувшаяся")
    remarks = (("steps", "Сколько длится разговор?"),)
    ReturnPractice(practice, coordinator, make.seen(practice), remarks=remarks).execute()
    colleague = make.appointed(Role.METHODIST, municipality)
    author = methodist.get_full_name() or methodist.get_username()

    assert ORDER in news(signed_in(methodist))
    assert ORDER in signed_in(methodist).get(reverse("practice_review", args=[practice.pk])).content.decode()
    for reader, words in ((coordinator, f"вы вернули с замечаниями, ждём автора: {author}"), (colleague, author)):
        told = news(signed_in(reader))
        assert ORDER not in told and words in told and "ждём автора" in told
        for address in ("/admin/", reverse("practice_review", args=[practice.pk])):
            assert ORDER not in signed_in(reader).get(address).content.decode()
        assert words in signed_in(reader).get(reverse("practice_review", args=[practice.pk])).content.decode()


def test_a_returned_practice_whose_author_has_left_can_be_mended_by_a_colleague(
    municipality, methodist, coordinator, signed_in
):
    make.practice_returned(municipality, methodist)
    type(methodist).objects.filter(pk=methodist.pk).update(is_active=False)

    told = news(signed_in(coordinator))
    assert "ждём автора" not in told and "исправить и отправить может любой" in told
