"""Two municipalities at one table: neither moderator finds the other's drafts, by any way that the admin has."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

LISTS = (
    "/admin/praktiki/",
    "/admin/praktiki/zhurnal/",
    "/admin/pages/search/?q={title}",
    "/admin/choose-page/search/?q={title}",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/",
)
DOORS = (
    "/admin/pages/{pk}/edit/",
    "/admin/pages/{pk}/view_draft/",
    "/admin/pages/{pk}/history/",
    "/admin/pages/{pk}/revisions/compare/earliest...latest/",
    "/admin/pages/{pk}/usage/",
    "/admin/pages/{pk}/copy/",
    "/admin/pages/{pk}/delete/",
    "/admin/praktiki/{pk}/",
    "/admin/praktiki/{pk}/otpravit/",
    "/admin/praktiki/{pk}/snyat/",
    "/admin/praktiki/{pk}/otlichiya/1/2/",
    "/admin/republication/{pk}/take/",
    "/admin/adoption/take/{pk}/",
    "/admin/api/main/pages/{pk}/",
    "/praktika/{pk}/pdf/",
    "/praktika/{pk}/redakcii/",
)


def own_draft(page: Page) -> tuple[str, str]:
    """The title and the number of a draft in the queue of the signed-in person."""
    page.goto("/admin/praktiki/")
    row = page.locator("tr", has=page.get_by_role("cell", name="черновик", exact=True)).first
    link = row.get_by_role("link").first
    number = re.search(r"/(\d+)/", str(link.get_attribute("href")))
    assert number
    return link.inner_text(), number.group(1)


@pytest.mark.slow
@pytest.mark.parametrize(("owner", "stranger"), [("coordinator", "neighbour"), ("neighbour", "coordinator")])
def test_a_moderator_finds_no_draft_of_the_neighbours(sign_in: Visit, owner: str, stranger: str) -> None:
    title, pk = own_draft(sign_in(owner))
    page = sign_in(stranger)
    for path in LISTS:
        page.goto(path.format(title=title))
        expect(page.get_by_role("link", name=title)).to_have_count(0)
    for path in DOORS:
        answer = page.request.get(path.format(pk=pk))
        is_turned_back = answer.status >= 400 or answer.url.rstrip("/").endswith("/admin")
        assert is_turned_back, f"{path}: {answer.status} {answer.url}"
        assert title not in answer.text(), path


def test_what_is_published_is_everybodys(sign_in: Visit) -> None:
    page = sign_in("neighbour", "/admin/republication/")
    page.get_by_role("link", name="Один вопрос к уроку").first.click()
    expect(page.get_by_label("Заголовок у нас")).to_be_visible()
