"""What editors may write into a group of synonyms, and what the search makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from search.engines import get_engine
from search.interface import Query
from search.language.synonyms import Synonyms, read_phrase
from search.synonyms.models import SynonymGroup
from search.synonyms.registration import groups
from tests.search.mentors.conftest import Region, forgetful, region  # noqa: F401

pytestmark = pytest.mark.django_db


def _problem(text: str) -> str:
    with pytest.raises(ValidationError) as caught:
        SynonymGroup(text=text).full_clean()
    return " ".join(caught.value.message_dict["text"])


def _total(text: str) -> int:
    return get_engine().search("mentor", Query(text)).total


def test_lines_are_tidied() -> None:
    group = SynonymGroup(text="  робо   кружок \r\n\r\n конструкторское  бюро\n")
    group.full_clean()
    assert group.phrases == ["робо кружок", "конструкторское бюро"]
    assert str(group) == "робо кружок – конструкторское бюро"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("лего", "Нужно хотя бы два выражения"),
        ("\n \n", "Нужно хотя бы два выражения"),
        ("лего\n!!!", "нет ни слова"),
        ("лего\nраз два три четыре пять шесть семь восемь девять", "длиннее 8 слов"),
        ("лего\n" + "а" * 90, "Сократите"),
        ("лего\nкружок\nЛЕГО!", "«ЛЕГО!» стоит в группе дважды"),
        ("ёлочка\nелочка", "«елочка» стоит в группе дважды"),
        ("жизнь в классе\nжизнь и класса\nжизнь классе", "«жизнь классе» стоит в группе дважды"),
        ("лего\nмой и ваш", "которые поиск пропускает"),
        ("лего\nучитель", "которые поиск пропускает"),
    ],
)
def test_mistakes_are_explained(text: str, words: str) -> None:
    assert words in _problem(text)


def test_a_phrase_belongs_to_one_group() -> None:
    SynonymGroup.objects.create(text="лего\nконструктор")
    assert "«Лего» уже есть в группе «лего – конструктор»" in _problem("Лего\nкубики")


def test_a_group_may_be_saved_again() -> None:
    group = SynonymGroup.objects.create(text="лего\nконструктор")
    group.full_clean()


def test_the_first_groups_are_all_right() -> None:
    groups = list(SynonymGroup.objects.all())
    assert len(groups) > 30
    for group in groups:
        group.full_clean()


def test_every_first_group_is_read(region: Region) -> None:  # noqa: F811
    region.mentor("Алексеева")
    known = Synonyms(groups())
    dead = [line for group in groups() for line in group if known.at(read_phrase(line), 0) is None]
    assert not dead


def test_an_edit_acts_at_the_next_search(region: Region) -> None:  # noqa: F811
    region.mentor("Алексеева", directions="inclusion")
    assert _total("тьюторство") == 0
    group = SynonymGroup.objects.create(text="тьюторство\nинклюзивное обучение")
    assert _total("тьюторство") == 1
    assert _total("тьюторству") == 1
    SynonymGroup.objects.filter(pk=group.pk).update(is_active=False)
    assert _total("тьюторство") == 0
    SynonymGroup.objects.filter(pk=group.pk).update(is_active=True)
    assert _total("тьюторство") == 1
    group.delete()
    assert _total("тьюторство") == 0


class TestAdmin:
    def test_the_regional_centre_keeps_the_groups(self, regional_centre: Any, signed_in: Any) -> None:
        client: Client = signed_in(regional_centre)
        assert client.get("/admin/snippets/duet_search/synonymgroup/").status_code == 200
        answer = client.post(
            "/admin/snippets/duet_search/synonymgroup/add/",
            {"text": "лего\nконструктор", "note": "", "is_active": "on"},
        )
        assert answer.status_code == 302
        assert SynonymGroup.objects.filter(text="лего\nконструктор").exists()

    def test_a_coordinator_does_not(self, coordinator: Any, signed_in: Any) -> None:
        client: Client = signed_in(coordinator)
        client.post("/admin/snippets/duet_search/synonymgroup/add/", {"text": "лего\nконструктор", "is_active": "on"})
        assert not SynonymGroup.objects.filter(text__startswith="лего").exists()
