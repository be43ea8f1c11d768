"""A stranger who follows every link of the site and reads pages, papers, feeds and tables alike."""

from __future__ import annotations

import re
import zipfile
from collections import Counter, deque
from collections.abc import Iterable
from html import unescape
from io import BytesIO
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve
from pypdf import PdfReader

LINK = re.compile(r"""(?:(?:href|src|action|data-[\w-]*url)=["']|content=["'](?=/|http))([^"'#]+)""")
ADDRESS = re.compile(r"https?://[^\s<>\"']+")
#: Questions that are followed for one list: facets can be combined without end.
QUESTIONS = 8
OWN = "http://testserver"


class Crawl:
    """Everything that was read, by address, and the patterns that were asked."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=True)
        self.texts: dict[str, str] = {}
        self.statuses: Counter[int] = Counter()
        self.asked: set[str] = set()
        self._questions: Counter[str] = Counter()

    def follow(self, addresses: Iterable[str]) -> None:
        """Read these addresses and all that they lead to."""
        waiting = deque(addresses)
        while waiting:
            address = self._own(waiting.popleft())
            if address and self._is_new(address):
                waiting.extend(urljoin(address, link) for link in self.read(address))

    def read(self, address: str) -> list[str]:
        """Read one address; gives the links that stand there."""
        answer = self.client.get(address)
        self.asked.add(pattern_of(address))
        self.statuses[answer.status_code] += 1
        text = words_of(answer)
        self.texts[address] = text
        where = [answer["Location"]] if answer.has_header("Location") else []
        if "html" in answer.get("Content-Type", ""):
            return where + [unescape(link) for link in LINK.findall(text)]
        return where + ([unescape(link) for link in ADDRESS.findall(text)] if "xml" in answer["Content-Type"] else [])

    def _own(self, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme not in {"", "http", "https"} or parts.hostname not in {None, "testserver", "localhost"}:
            return ""
        if parts.path.startswith(("/static/", "/admin/")) or not parts.path.startswith("/"):
            return ""
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    def _is_new(self, address: str) -> bool:
        if address in self.texts:
            return False
        path, _mark, question = address.partition("?")
        self._questions[path] += bool(question)
        return not question or self._questions[path] <= QUESTIONS


def pattern_of(address: str) -> str:
    """The name of the pattern that answers, or the pattern itself; nothing where none does."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    return match.url_name or match.route


def words_of(answer: HttpResponseBase) -> str:
    """What can be read in an answer: a page, the text of a PDF, the parts of a DOCX."""
    body = answer.getvalue() if answer.streaming else answer.content  # type: ignore[attr-defined]
    kind = answer.get("Content-Type", "")
    if "pdf" in kind:
        reader = PdfReader(BytesIO(body))
        return " ".join([page.extract_text() for page in reader.pages] + [str(reader.metadata or "")])
    if "officedocument" in kind:
        archive = zipfile.ZipFile(BytesIO(body))
        return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return str(body.decode("utf-8", "replace"))
