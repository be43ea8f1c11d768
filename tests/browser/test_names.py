"""While an editor writes, the form says which people of the bank are named, and links them with one click."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editing import begin

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_a_name_in_a_text_is_offered_and_linked(sign_in: Callable[..., Page], phone: bool) -> None:
    editor = sign_in("coordinator", phone=phone)
    begin(editor, "/klyuchevskoy/novosti/", "Новость")
    editor.locator("#id_title").fill(f"Урок в гостях, {'телефон' if phone else 'экран'}")
    editor.get_by_role("button", name="Сохранить черновик").click()
    editor.wait_for_url("**/edit/")
    expect(editor.locator(".duet-names")).to_have_count(0)

    editor.locator("#id_lead").fill("Гостей встречала Вера Аркадьевна Лосева.")
    line = editor.locator(".duet-names li")
    expect(line).to_contain_text("Вера Аркадьевна Лосева", timeout=20_000)
    line.get_by_role("button", name="Связать").click()
    expect(line).to_contain_text("Связано", timeout=20_000)
    line.get_by_role("button", name="Это другой человек").click()
    expect(line).to_contain_text("другой человек.", timeout=20_000)
    if phone:
        assert editor.evaluate("document.documentElement.scrollWidth") <= 360
