"""Every text field of every table holds a payload, and so does every question; nothing runs on any page (T16)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.conftest import WIDE
from tests.proofs.payloads import ADDRESS, PAYLOADS
from tests.proofs.poisoning import MANAGER, SECRET, Seen
from tests.servers import copy_region, manage, serving

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]

#: Public addresses that take words: a question, a facet, a day, a token.
ASKED = (
    "/nastavniki/?q={0}", "/nastavniki/?district={0}&category={0}&sort={0}", "/nastavniki/podskazki/?q={0}",
    "/poisk/?q={0}", "/poisk/?kind={0}&year={0}", "/poisk/podskazki/?q={0}", "/akty/?q={0}&state={0}",
    "/akty/akt-r-145/?date={0}", "/programmy/?q={0}", "/praktiki/?q={0}&form={0}", "/duety/?year={0}",
    "/novosti/?q={0}&when={0}", "/slovar/?q={0}", "/vhod/?next={0}", "/appearance/?next={0}", "/{0}/",
    "/razgovor/{0}/", "/ocenka-praktiki/{0}/", "/api/v1/mentors?q={0}", "/api/v1/pages?q={0}",
)  # fmt: skip
#: The same in the admin.
ASKED_INSIDE = (
    "/admin/pages/search/?q={0}", "/admin/bank/register/?q={0}", "/admin/images/?q={0}", "/admin/documents/?q={0}",
    "/admin/reports/site-history/?object_title={0}", "/admin/snippets/mentoring/mentor/?q={0}",
    "/admin/duets/year/?year={0}", "/admin/login/?next={0}",
)  # fmt: skip
#: Public forms, which say back what was typed.
FORMS = ("/nastavniki/stat-nastavnikom/", "/vhod/")
WATCH = """
window.hit = undefined;
window.refused = [];
const refuse = (event) => window.refused.push(`${event.violatedDirective} ${event.sample}`);
addEventListener('securitypolicyviolation', refuse);
"""
#: What ran, what the policy of the site had to stop, and links that would run.
FOUND = """() => [
  window.hit, ...(window.refused || []),
  ...[...document.querySelectorAll('a, form, iframe, area')]
    .map((one) => one.getAttribute('href') || one.getAttribute('action') || one.getAttribute('src') || '')
    .filter((where) => /^\\s*(javascript|data|vbscript):/i.test(where)),
].filter(Boolean)"""


@pytest.fixture(scope="module")
def poisoned(region_master: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Seen]]:
    """The address of a site whose tables are full of payloads, and where they are seen."""
    var = copy_region(region_master, tmp_path_factory.mktemp("poisoned") / "var")
    told = manage(var, "shell", "-v0", "-c", "from tests.proofs.poisoning import run; run()")
    with serving(var) as address:
        yield address, json.loads(told.splitlines()[-1])


@pytest.fixture
def context(browser: Browser, poisoned: tuple[str, Seen]) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=poisoned[0], viewport=WIDE, locale="ru-RU")  # type: ignore[arg-type]
    made.set_default_timeout(30_000)
    made.add_init_script(WATCH)
    yield made
    made.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page that notes the dialogs that open; each of them is a payload that ran."""
    page, opened = context.new_page(), []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    return page, opened


def is_opened(page: Page, address: str) -> bool:
    """Go there; no, where the answer is a download or no page at all."""
    for _again in range(3):
        try:
            page.goto(address, wait_until="load")
        except Error as nothing:
            page.wait_for_load_state()
            if "interrupted by another navigation" in str(nothing):  # by the browser's own page about the last one
                continue
            if "net::ERR_" not in str(nothing) and "Download" not in str(nothing):
                raise
            return False
        return True
    pytest.fail(f"{address} was interrupted three times")


def what_ran(page: Page, addresses: list[str]) -> dict[str, list[str]]:
    """By address, what a payload did there."""
    return {address: done for address in addresses if is_opened(page, address) and (done := page.evaluate(FOUND))}


def questions(places: tuple[str, ...], words: tuple[str, ...]) -> list[str]:
    """Every place with a payload, each payload in some place."""
    return [place.format(quote(words[number % len(words)], safe="")) for number, place in enumerate(places * 2)]


def test_nothing_runs_on_the_site(context: BrowserContext, poisoned: tuple[str, Seen]) -> None:
    seen = poisoned[1]
    assert seen["given"] >= 200
    page, dialogs = watched(context)
    words = (*(payload.format("asked") for payload in PAYLOADS), ADDRESS.format("asked"))

    found = what_ran(page, ["/", "/nastavniki/", "/poisk/?q=script", "/design/", *seen["site"]])
    found |= what_ran(page, questions(ASKED, words))
    for form in FORMS:
        page.goto(form)
        for place, box in enumerate(page.locator("main input[type=text], main input[type=email], main textarea").all()):
            box.fill(words[place % len(words)])
        page.locator("main form button").last.click()
        page.wait_for_load_state()
        if done := page.evaluate(FOUND):
            found[f"POST {form}"] = done

    assert found == {}
    assert dialogs == []


def test_nothing_runs_in_the_admin(context: BrowserContext, poisoned: tuple[str, Seen], tmp_path: Path) -> None:
    page, dialogs = watched(context)
    page.goto("/vhod/")
    page.get_by_label("Имя для входа").fill(MANAGER)
    page.get_by_label("Пароль").fill(SECRET)
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url("**/admin/**")
    menu = page.locator("#wagtail-sidebar-props").evaluate("element => element.textContent")
    lists = sorted(part for part in set(menu.replace("\\\\u002d", "-").split('"')) if part.startswith("/admin/"))
    words = tuple(payload.format("asked") for payload in PAYLOADS)

    found = what_ran(page, [*(place for place in lists if "logout" not in place), *poisoned[1]["admin"]])
    found |= what_ran(page, questions(ASKED_INSIDE, words))
    found |= the_import_says_back(page, tmp_path)

    assert found == {}
    assert dialogs == []


def the_import_says_back(page: Page, folder: Path) -> dict[str, list[str]]:
    """A table whose name and cells are payloads, up to its preview."""
    table = folder / "<img src=x onerror=window.hit=1>.csv"
    heads = ("Район", "ОО", "Ф.И.О.", "Предмет", "e-mail")
    rows = [heads, *(tuple(f'"{words.format("cell")}"'.replace('""', '"') for _ in heads) for words in PAYLOADS)]
    table.write_text("\n".join(";".join(cell.replace(";", ",") for cell in row) for row in rows))
    page.goto("/admin/mentor-bank/import/")
    page.locator("input[type=file]").set_input_files(table)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    done = list(page.evaluate(FOUND))
    forward = page.get_by_role("button", name="Дальше: предпросмотр")
    if forward.count():
        forward.click()
        page.wait_for_load_state()
        done += page.evaluate(FOUND)
    return {"import": done} if done else {}
