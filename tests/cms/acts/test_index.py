"""The section of acts: facets by what acts are, numbers in any spelling, and the whole list in groups."""

from datetime import date

import pytest

from cms.acts.enums import RelationKind
from tests.factories.acts import act_section, make_act

pytestmark = pytest.mark.django_db


def text(client, address, **query):
    answer = client.get(address, query, follow=True)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def test_numbers_are_found_in_any_spelling_and_states_are_counted(client):
    federal = make_act("Р-145", title="Целевая модель", level="federal", kind="directive")
    make_act("07-01-05-503", title="Городской округ", mentoring_models=["teacher-teacher"])
    make_act("9-о", title="Отмена", date=date(2024, 3, 1), relations=[(RelationKind.CANCELS, federal)])
    section = act_section().get_url()

    for asked, title in (
        ("№Р-145", "Целевая модель"),
        ("р145", "Целевая модель"),
        ("P-145", "Целевая модель"),
        ("p145", "Целевая модель"),
        ("07 01 05 503", "Городской округ"),
        ("070105503", "Городской округ"),
    ):
        words = text(client, section, q=asked)
        assert title in words, asked
        assert words.count('<article class="card') == 1, asked

    assert "Не действует с 1 марта 2024" in text(client, section, state="cancelled")
    assert text(client, section, state="cancelled").count('<article class="card') == 1
    assert "Целевая модель" not in text(client, section, level="municipal")
    assert "Городской округ" in text(client, section, model="teacher-teacher")


def test_the_whole_list_is_grouped_by_level_and_by_model(client):
    make_act("Р-145", title="Целевая модель", level="federal", mentoring_models=["pupil-pupil"])
    make_act("503", title="Городской округ")
    whole = act_section().get_url() + "spisok/"

    words = text(client, whole)
    assert words.index("Федеральный") < words.index("Целевая модель") < words.index("Муниципальный")
    assert words.index("Муниципальный") < words.index("Городской округ")
    words = text(client, whole, po="modelyam")
    assert words.index("Ученик – ученик") < words.index("Целевая модель") < words.index("Без модели")
