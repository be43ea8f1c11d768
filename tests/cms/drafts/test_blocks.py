"""Blocks of a page in two windows: both texts are shown, the chosen one is saved whole."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import QueryDict

from cms.blocks.body import BodyBlocks
from cms.drafts.block_values import sent_by, words_of
from cms.news.models import NewsPage
from tests.cms.drafts.test_two_people import filled_conflict
from tests.factories import news, open_branch

pytestmark = pytest.mark.django_db
BODY = BodyBlocks()
#: The marks that the editor of a text gives to its paragraphs.
KEYS = re.compile(r' data-block-key="[^"]*"')
PERSON = {"name": "Вера Лосева", "role": "куратор", "phone": "8 (000) 000-00-00", "consented": True}
EVERY_KIND = [
    {"type": "text", "value": "<p>Первый абзац, <b>важный</b></p>", "id": "11111111-1111-4111-8111-111111111111"},
    {"type": "quote", "value": {"text": "Слушать важнее", "author": "Вера"}},
    {"type": "people", "value": {"items": [PERSON, {**PERSON, "name": "Ольга", "consented": False}]}},
    {"type": "numbers", "value": {"items": [{"figure": 46, "words": "школ", "note": "", "voice": ""}]}},
    {"type": "accordion", "value": {"items": [{"question": "Когда?", "answer": "<p>Во вторник</p>"}]}},
    {
        "type": "table",
        "value": {
            "title": "Сроки",
            "table": {
                "columns": [{"type": "text", "heading": "Что"}, {"type": "number", "heading": "Сколько"}],
                "rows": [{"values": ["встречи", 3]}, {"values": ["уроки", 2.5]}],
                "caption": "",
            },
            "first_is_heading": False,
        },
    },
    {"type": "requisites", "value": None},
]


def posted(fields: dict[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def filled_in(bound: Any) -> Any:
    """What is stored of a block, without what is empty and the ids of rows."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: kept(inside) for name, inside in value.items() if inside not in (None, "") and name != "id"}
        return [kept(inside) for inside in value] if isinstance(value, list) else KEYS.sub("", str(value))

    return kept(bound.block.get_prep_value(bound.value))


def test_a_value_comes_back_from_the_fields_that_would_send_it() -> None:
    value = BODY.to_python(EVERY_KIND)

    again = BODY.value_from_datadict(posted(sent_by(BODY, value, "body")), {}, "body")

    assert words_of(BODY, again) == words_of(BODY, value)
    assert [child.id for child in again][:1] == [EVERY_KIND[0]["id"]]
    for before, after in zip(value, again, strict=True):
        assert filled_in(before) == filled_in(after)


def test_every_word_of_a_body_is_shown() -> None:
    words = words_of(BODY, BODY.to_python(EVERY_KIND))
    for word in ("Первый абзац", "Слушать важнее", "Ольга", "46", "Во вторник", "встречи", "2.5"):
        assert word in words


@pytest.fixture
def branch(municipality: Any) -> None:
    open_branch(municipality)


@pytest.fixture
def body() -> Any:
    return lambda words: BODY.to_python([{"type": "text", "value": f"<p>{words}</p>"}])


@pytest.fixture
def windows(branch: None, municipality: Any, editor: Any, signed_in: Any, filled: Any, body: Any) -> Any:
    """A page in two windows of which the first has saved other blocks; what the second sends."""
    page = news(municipality, title="Общая", body=body("Слова до обоих"))
    page.save_revision()
    client, address = signed_in(editor), f"/admin/pages/{page.pk}/edit/"

    def form(words: str) -> dict[str, Any]:
        return filled(client.get(address).content, "title") | sent_by(BODY, body(words), "body")

    one, other = form("Слова первого окна"), form("Слова второго окна")
    assert client.post(address, one).status_code == 302
    return page, client, address, other


def stored(page: Any) -> str:
    return words_of(BODY, NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().body)


def test_blocks_are_not_overwritten_unseen(windows: Any) -> None:
    page, client, address, other = windows

    both = client.post(address, other)

    assert both.status_code == 409
    assert "Слова первого окна" in both.content.decode() and "Слова второго окна" in both.content.decode()
    assert "первого" in stored(page)


@pytest.mark.parametrize(("choice", "expected"), [("theirs", "первого"), ("yours", "второго")])
def test_the_chosen_blocks_are_saved(windows: Any, choice: str, expected: str) -> None:
    page, client, address, other = windows
    chosen = filled_conflict(client.post(address, other).content.decode())

    saved = client.post(address, chosen | {"draft-choice:body": choice})

    assert saved.status_code == 302
    assert expected in stored(page)
    assert "второго" in stored(page) or choice == "theirs"


@pytest.mark.parametrize(("words", "blocks"), [("theirs", "yours"), ("yours", "theirs")])
def test_blocks_and_words_are_chosen_each_for_itself(
    windows: Any, filled: Any, body: Any, words: str, blocks: str
) -> None:
    page, client, address, other = windows
    first = filled(client.get(address).content, "title") | sent_by(BODY, body("Слова первого окна"), "body")
    assert client.post(address, first | {"title": "Заголовок первого"}).status_code == 302

    both = client.post(address, other | {"title": "Заголовок второго"})
    assert both.status_code == 409
    chosen = filled_conflict(both.content.decode())
    saved = client.post(address, chosen | {"draft-choice:title": words, "draft-choice:body": blocks})

    assert saved.status_code == 302
    latest = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert latest.title == {"theirs": "Заголовок первого", "yours": "Заголовок второго"}[words]
    assert {"theirs": "первого", "yours": "второго"}[blocks] in words_of(BODY, latest.body)


def test_a_third_window_is_asked_about_again(windows: Any, filled: Any, body: Any) -> None:
    page, client, address, other = windows
    chosen = filled_conflict(client.post(address, other).content.decode())
    third = filled(client.get(address).content, "title") | sent_by(BODY, body("Слова третьего окна"), "body")
    assert client.post(address, third).status_code == 302

    again = client.post(address, chosen | {"draft-choice:body": "yours"})

    assert again.status_code == 409 and "Слова третьего окна" in again.content.decode()
    assert "третьего" in stored(page)


def test_blocks_that_only_one_window_has_changed_ask_nothing(windows: Any, filled: Any, body: Any) -> None:
    page, client, address, _other = windows
    mine = filled(client.get(address).content, "title") | sent_by(BODY, body("Слова после"), "body")
    assert client.post(address, mine).status_code == 302
    assert "Слова после" in stored(page)
