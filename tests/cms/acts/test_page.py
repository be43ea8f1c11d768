"""What a reader sees on the page of an act."""

from datetime import date

import pytest
from django.test import Client

from cms.acts.enums import Deed, RelationKind
from cms.acts.models import ActPage
from cms.acts.parts import ActParagraph, ActRelation
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db


def text(client, act, **query):
    answer = client.get(act.get_url(), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


@pytest.fixture
def line():
    """Three orders, each replacing the one before; the middle one was changed once."""
    first = make_act("187-о", date=date(2020, 10, 12))
    second = make_act("214-о", date=date(2023, 9, 18), relations=[(RelationKind.CANCELS, first)])
    change = make_act("176-о", date=date(2024, 8, 30), relations=[(RelationKind.AMENDS, second)])
    return first, second, change


def test_both_directions_of_each_relation_are_shown(client, line):
    first, second, change = line

    assert "Отменяет:" in text(client, second)
    assert f'href="{first.get_url()}"' in text(client, second)
    assert "Чем изменён:" in text(client, second)
    assert "Чем отменён:" in text(client, first)
    assert f'href="{second.get_url()}"' in text(client, first)
    assert "Изменяет:" in text(client, change)


def test_a_cancelled_act_says_so_first(client, line):
    words = text(client, line[0])

    assert "Не действует с 18 сентября 2023" in words
    assert "Акт утратил силу." in words
    assert "приказ управления образования Ключевского района от 18.09.2023 № 214-о" in words


def test_a_banner_names_the_lost_ground_and_the_way_to_it(client):
    federal = make_act("Р-145", kind="directive", level="federal", issuer_short="Минпросвещения России")
    regional = make_act("412-п", relations=[(RelationKind.RESTS_ON, federal)])
    school = make_act("97-к", relations=[(RelationKind.RESTS_ON, regional)])
    assert "Основание утратило силу." not in text(client, school)

    make_act("1-р", date=date(2024, 7, 1), relations=[(RelationKind.CANCELS, federal)])
    words = text(client, school)

    assert "Основание утратило силу." in words
    assert "№ Р-145» не действует с 1 июля 2024. На него опирается приказ" in words
    assert "№ 412-п, а на тот" in words


def test_a_changed_ground_asks_to_be_checked(client):
    ground = make_act("412-п", date=date(2021, 6, 14))
    act = make_act(relations=[(RelationKind.RESTS_ON, ground)])
    make_act("5-п", date=date(2024, 7, 1), relations=[(RelationKind.AMENDS, ground)])

    words = text(client, act)

    assert "Проверьте основание." in words
    assert "Что изменилось" in words


def test_the_line_of_acts_answers_for_any_day(client, line):
    for asked, answer in (
        ("15.03.2021", "№ 187-о"),
        ("15.03.2024", "№ 214-о в первой редакции"),
        ("2024-09-01", "№ 214-о во второй редакции"),
    ):
        assert f"{answer}</a>." in text(client, line[0], date=asked)
    assert "ни один акт этого ряда не действовал" in text(client, line[0], date="01.01.2019")


def test_a_day_that_cannot_be_is_refused_in_words(client):
    act = make_act()
    for odd in ("31.02.2024", "вчера", "<script>alert(1)</script>", "9" * 300, "\x00", "0000-00-00"):
        words = text(client, act, date=odd)

        assert "Такой даты нет. Напишите её так: 15.03.2024." in words
        assert "<script>alert" not in words


def test_an_act_outside_the_site_is_cited(client):
    act = make_act(relations=[(RelationKind.RESTS_ON, "приказ министерства № 26-01-06-629")])

    assert "Приказ министерства № 26-01-06-629" in text(client, act)


def test_an_unpublished_act_is_cited_without_a_link(client):
    draft = make_act("1-п", live=False)
    words = text(client, make_act(relations=[(RelationKind.RESTS_ON, draft)]))

    assert "Приказ управления образования Ключевского района от 18.09.2023 № 1-п" in words
    assert str(draft.get_url()) not in words


def test_words_of_an_act_stay_when_its_page_goes(client):
    ground = make_act("1-п")
    act = make_act(relations=[(RelationKind.RESTS_ON, ground)])
    ground.delete()

    assert "Приказ управления образования Ключевского района от 18.09.2023 № 1-п" in text(client, act)


def test_the_queries_do_not_grow_with_the_relations(client, django_assert_max_num_queries):
    ground = make_act("1")
    make_act("2", relations=[(RelationKind.RESTS_ON, ground)])
    client.get(ground.get_url())
    with django_assert_max_num_queries(60) as few:
        client.get(ground.get_url())
    for number in range(4):
        make_act(f"3-{number}", relations=[(RelationKind.RESTS_ON, ground), (RelationKind.AMENDS, ground)])
    with django_assert_max_num_queries(len(few)):
        client.get(ground.get_url())


def test_scripts_in_every_field_are_words(client):
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    fields = ("title", "official_title", "lead", "issuer", "issuer_short", "number", "control", "preamble")
    act = make_act("1", live=False)
    for name in (*fields, "signatory_post", "signatory_name", "search_description", "seo_title"):
        setattr(act, name, evil[: act._meta.get_field(name).max_length])
    act.paragraphs = [ActParagraph(number="1", deed=Deed.ORDERS, text=evil)]
    act.relations = [ActRelation(kind=RelationKind.RESTS_ON, citation=evil)]
    act.save_revision().publish()
    answer = Client().get(ActPage.objects.get().get_url())

    assert b"<script>alert" not in answer.content
    assert b"<img src=x" not in answer.content
    for paper in ("pdf/", "docx/"):
        assert Client().get(act.get_url() + paper).status_code == 200
