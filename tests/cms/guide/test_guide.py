"""The guide in the admin: every chapter, its links and pictures, for everybody who works there and nobody else."""

from __future__ import annotations

import re

import pytest

from cms.guide.chapters import GUIDE, chapters

pytestmark = pytest.mark.django_db
START = "/admin/rukovodstvo/"


def test_every_chapter_on_disk_is_in_the_list() -> None:
    on_disk = {path.stem for path in GUIDE.glob("*.md")} - {"README"}
    assert {chapter.slug for chapter in chapters()} == on_disk


def test_every_chapter_opens_and_everything_in_it_leads_somewhere(editor, signed_in) -> None:
    client = signed_in(editor)
    led_to = {START, *(f"{START}{chapter.slug}/" for chapter in chapters())}
    for address in sorted(led_to):
        page = client.get(address)
        assert page.status_code == 200, address
        article = page.content.decode().partition('<div class="duet-guide">')[2].partition("</article>")[0]
        assert "<h2" in article or "<p>" in article
        assert ".md" not in article
        found = set(re.findall(r'(?:href|src)="([^"]+)"', article))
        for target in found:
            assert client.get(target).status_code == 200, (address, target)


@pytest.mark.parametrize("address", [START, f"{START}acts/", f"{START}kartinki/act-1280.png"])
def test_a_visitor_is_asked_to_sign_in(address: str, client) -> None:
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("address", [f"{START}net-takoy/", f"{START}kartinki/net-takoy.png"])
def test_what_is_not_there_is_not_found(address: str, editor, signed_in) -> None:
    assert signed_in(editor).get(address).status_code == 404


def test_the_first_page_of_the_admin_leads_to_the_guide(editor, signed_in) -> None:
    page = signed_in(editor).get("/admin/").content.decode()
    assert f'href="{START}"' in page
    assert "guide.wagtail.org" not in page
