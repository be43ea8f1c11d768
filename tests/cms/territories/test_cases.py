"""Orders say «организаций Ключевского района», never «Ключевской район»."""

import pytest

from cms.territories.cases import genitive

NAMES = [
    ("Ключевской район", "Ключевского района"),
    ("Белоозёрский район", "Белоозёрского района"),
    ("Дальний район", "Дальнего района"),
    ("Ильменский муниципальный округ", "Ильменского муниципального округа"),
    ("городской округ Северореченск", "городского округа Северореченск"),
    ("город Северореченск", "города Северореченска"),
    ("муниципальное образование Ключи", "муниципального образования Ключи"),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_municipality_in_the_genitive(name, expected):
    assert genitive(name) == expected


def test_every_municipality_of_the_demo_is_declined():
    from demo.municipalities import build_municipalities

    for place in build_municipalities():
        assert genitive(place.name) != place.name
        assert ("района" in genitive(place.name)) or ("округа" in genitive(place.name))
