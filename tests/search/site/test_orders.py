"""A list is called by the order in which it stands."""

from __future__ import annotations

import re
from datetime import date

import pytest

from search.engines import get_engine
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db


def options(text: str) -> list[tuple[str, bool]]:
    """The orders that a list offers, and which of them is chosen."""
    select = re.search(r'<select[^>]*name="sort".*?</select>', text, re.DOTALL)
    assert select
    found = re.findall(r"<option([^>]*)>([^<]+)</option>", select.group())
    return [(words.strip(), "selected" in marks) for marks, words in found]


def test_a_list_without_words_is_not_called_fitting(client):
    old, new = make_act("1-о", date=date(2020, 1, 1)), make_act("2-о", date=date(2024, 1, 1))
    get_engine().refresh()

    text = client.get("/akty/").content.decode()
    assert options(text) == [("новые", True), ("давние", False), ("по алфавиту", False)]
    assert text.index(new.url) < text.index(old.url)
    assert options(client.get("/akty/?sort=old").content.decode())[1] == ("давние", True)
    asked = options(client.get("/akty/?q=наставничество").content.decode())
    assert asked[:2] == [("подходящие", True), ("новые", False)]
