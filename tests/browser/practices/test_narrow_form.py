"""The form of a practice beside an open preview: the room is the form's, not the window's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

#: What lies on something else or leaves its place: tabs by their words, cells of the line of stages by theirs.
CROWDED = """() => {
  const box = (it) => it.getBoundingClientRect();
  const visible = (it) => box(it).width > 0;
  const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const lying = ".w-minimap__collapse-all, .form-side--open, .w-minimap";
  const above = [...document.querySelectorAll(lying)].filter(visible);
  const tabs = [...document.querySelectorAll(".w-tabs__wrapper [role=tab]")].filter(visible);
  const hidden = tabs.filter((tab) => above.some((it) => over(box(tab), box(it))));
  const words = (cell) => {
    const all = document.createRange();
    all.selectNodeContents(cell);
    return all.getBoundingClientRect();
  };
  const leaves = (cell) => words(cell).right > box(cell).right + 0.5 || cell.scrollWidth > cell.clientWidth;
  const spilt = [...document.querySelectorAll(".duet-line > li")].filter(visible).filter(leaves);
  return [...hidden, ...spilt].map((it) => it.innerText.trim());
}"""


@pytest.mark.slow
def test_words_of_a_form_keep_their_room_beside_an_open_preview(sign_in: Callable[..., Page]) -> None:
    page = sign_in("methodist", "/admin/praktiki/")
    page.locator(".duet-queue a", has_text="Один вопрос к уроку").first.click()
    page.get_by_role("link", name="Править").click()
    expect(page.get_by_role("tab", name="Основания и материалы")).to_be_visible()
    assert page.locator(".duet-line > li").count() == 5
    assert page.evaluate(CROWDED) == []

    preview = page.locator("[data-side-panel-toggle=preview]")
    if preview.get_attribute("aria-expanded") != "true":
        preview.click()
    expect(page.locator(".form-side--open")).to_be_visible()
    page.wait_for_timeout(500)
    for width in (1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(200)
        assert page.evaluate(CROWDED) == [], width
