"""People at work: a reader who clicks and thinks, an editor who changes one mentor after another."""

from __future__ import annotations

import http.client
import random
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookiejar import CookieJar

from tests.form_filling import sent

#: Seconds between two clicks of a reader and between two saves of an editor.
READS, WRITES = (0.5, 3.0), (2.0, 6.0)
TIMEOUT = 60
#: What readers of a mentoring site type.
WORDS = ("математика", "русский язык", "наставник физики", "вышивка", "ОГЭ", "Иванова", "начальная школа", "химея")
REGISTER = "/admin/snippets/mentoring/mentor/"
PASSWORD_FORM = "/vhod/"


@dataclass
class Tally:
    """What all people met together."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, seconds: float, failure: str = "") -> None:
        with self.lock:
            self.seconds.setdefault(kind, []).append(seconds)
            if failure:
                self.failures.append(failure)


class Browser:
    """Asks the site as a browser does, with cookies of its own."""

    def __init__(self, site: str, tally: Tally) -> None:
        self.site, self.tally = site, tally
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, kind: str, path: str) -> tuple[int, bytes, str]:
        """Status, body and address at the end of all redirects; a failure is counted."""
        return self._ask(kind, urllib.request.Request(self.site + path))

    def post(self, kind: str, path: str, fields: dict[str, object]) -> tuple[int, bytes, str]:
        body = urllib.parse.urlencode(fields, doseq=True).encode()
        request = urllib.request.Request(self.site + path, data=body, headers={"Referer": self.site + path})
        return self._ask(kind, request)

    def _ask(self, kind: str, request: urllib.request.Request) -> tuple[int, bytes, str]:
        began, failure = time.perf_counter(), ""
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                found = answer.status, answer.read(), answer.url
        except urllib.error.HTTPError as error:
            found = error.code, error.read(), request.full_url
            failure = f"{error.code} {kind} {request.full_url}"
        except (OSError, http.client.HTTPException) as error:
            found, failure = (0, b"", request.full_url), f"{error!r} {kind} {request.full_url}"
        self.tally.note(kind, time.perf_counter() - began, failure)
        return found


def read(site: str, tally: Tally, until: float, seed: int) -> None:
    """A reader: looks for somebody, opens the first pages of what was found, the home page and news now and then."""
    chance, browser = random.Random(seed), Browser(site, tally)
    while time.monotonic() < until:
        query = urllib.parse.urlencode({"q": chance.choice(WORDS)})
        _status, page, _url = browser.get("search", f"/nastavniki/?{query}")
        for path in chance.sample(found := _mentors(page), min(2, len(found))):
            _think(chance, READS, until)
            browser.get("mentor", path)
        _think(chance, READS, until)
        browser.get("page", chance.choice(("/", "/novosti/", "/praktiki/", "/duety/", "/programmy/")))
        _think(chance, READS, until)


def edit(site: str, tally: Tally, until: float, seed: int, login: str, password: str) -> None:
    """An editor: changes one mentor of the register after another, none of another editor's."""
    chance, browser = random.Random(seed), Browser(site, tally)
    _status, page, _url = browser.get("sign in", PASSWORD_FORM)
    fields = {"csrfmiddlewaretoken": _token(page), "username": login, "password": password}
    browser.post("sign in", PASSWORD_FORM, fields)
    for number, path in enumerate(_own(browser, seed)):
        if time.monotonic() > until:
            return
        status, form, _url = browser.get("form", path)
        if status != 200:
            continue
        word = f"слово{seed:02}{number:05}"
        data = sent(form, "last_name")
        data["about"] = f"{_first(data.get('about'))} {word}"
        status, answer, _url = browser.post("save", path, {**data, "action-publish": "action-publish"})
        if status == 200 and "messages" in answer.decode() and not _refused(answer):
            with tally.lock:
                tally.saved[word] = path
        else:
            with tally.lock:
                tally.failures.append(f"{status} not saved: {path} {_refused(answer)}")
        _think(chance, WRITES, until)


def _own(browser: Browser, seed: int) -> Iterator[str]:
    """Addresses of the forms of mentors whom no other editor takes: pages of the register by the editor's number."""
    seen: set[str] = set()
    for page in range(seed, 500, 5):
        _status, listing, _url = browser.get("register", f"{REGISTER}?p={page + 1}")
        paths = set(re.findall(rf'"({REGISTER}edit/\d+/)"', listing.decode())) - seen
        if not paths:
            return
        seen |= paths
        yield from sorted(paths)


def _mentors(page: bytes) -> list[str]:
    return sorted(set(re.findall(r'href="(/nastavniki/[\w-]*\d[\w-]*/)"', page.decode())))


def _token(page: bytes) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.decode())
    return found[1] if found else ""


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) else value


def _refused(page: bytes) -> str:
    found = re.findall(r'class="error-message"[^>]*>\s*([^<]+)', page.decode())
    return " ".join(map(str.strip, found))


def _think(chance: random.Random, between: tuple[float, float], until: float) -> None:
    time.sleep(max(0.0, min(chance.uniform(*between), until - time.monotonic())))
