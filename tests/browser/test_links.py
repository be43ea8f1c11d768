"""What a form says beside a field with a link, while one writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editing import begin

ONE, OTHER = "https://youtu.example/AkVmngHj8aELMh8A", "https://youtu.example/AkVmnqHj8aELMh8A"


def remark(page: Page, field: str) -> Locator:
    """The remark in the frame of a field, and in no other."""
    return page.locator(f".w-field__wrapper:has(#id_{field}) .duet-links, [data-contentpath={field}] .duet-links").first


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "360 px"])
def test_a_remark_stands_beside_the_link_it_is_about(sign_in: Callable[..., Page], phone: bool) -> None:
    page = sign_in("editor", phone=phone)
    begin(page, "/klyuchevskoy/novosti/", "Событие")
    page.locator("#id_title").fill("Вебинар")

    page.locator("#id_video_url").fill(ONE)
    page.locator("#id_registration_url").fill(OTHER)

    expect(remark(page, "video_url")).to_contain_text(f"Отличается одной буквой от другой ссылки в этой форме: {OTHER}")
    expect(remark(page, "registration_url")).to_contain_text(ONE)
    frame, width = remark(page, "video_url").bounding_box(), page.viewport_size
    assert frame and width and frame["x"] >= 0 and frame["x"] + frame["width"] <= width["width"]

    page.locator("#id_registration_url").fill("https://imya:parol@school.example/")
    expect(remark(page, "video_url")).to_have_count(0)
    expect(remark(page, "registration_url")).to_contain_text("уберите их")

    page.locator("#id_registration_url").fill("https://school.example/zapis/")
    expect(page.locator(".duet-links")).to_have_count(0)
