"""A number is the same number in any spelling."""

import pytest

from cms.acts.models import ActPage
from cms.acts.numbers import normalised
from tests.factories.acts import make_act


@pytest.mark.parametrize(
    ("spelling", "number"),
    [
        ("№Р-145", "Р-145"),
        ("р145", "Р-145"),
        ("P-145", "Р-145"),
        ("p 145", "Р-145"),
        ("07 01 05 503", "07-01-05-503"),
        ("07–01–05–503", "07-01-05-503"),
        ("070105503", "07-01-05-503"),
        ("100-K", "100-к"),
        ("3273-P", "3273-р"),
    ],
)
def test_spellings_meet(spelling, number):
    assert normalised(spelling) == normalised(number)


@pytest.mark.django_db
def test_an_act_is_found_by_its_number_among_other_words():
    act = make_act("Р-145")
    make_act("503")

    for question in ("№Р-145", "р145", "P-145", "распоряжение Р-145 от 25.12.2019", "приказ № р 145", "Р-14"):
        assert list(ActPage.objects.numbered(question)) == [act], question
    assert not ActPage.objects.numbered("наставничество").exists()
