"""What a visitor reads on the search page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse

ADDRESS = "/nastavniki/"


@dataclass(frozen=True)
class Box:
    """A checkbox as it is shown."""

    facet: str
    code: str
    label: str
    count: int
    checked: bool
    disabled: bool


class Shown:
    """A response of the search, whole or in parts."""

    def __init__(self, response: HttpResponse | Any) -> None:
        assert response.status_code == 200, response.status_code
        self.html = response.content.decode()
        self.soup = BeautifulSoup(self.html, "html.parser")

    @property
    def headline(self) -> str:
        title = self.soup.find(id="results-title")
        assert title is not None
        return _words(title)

    @property
    def total(self) -> int:
        """The number on the button «Показать N»."""
        button = self.soup.find(attrs={"data-show": True})
        assert button is not None
        return int("".join(re.findall(r"\d", button.text)))

    @property
    def names(self) -> list[str]:
        return [_words(link) for link in self.soup.select(".card h3 a")]

    @property
    def chips(self) -> dict[str, str]:
        return {_words(chip).removeprefix("Убрать условие: "): chip["href"] for chip in self.soup.select(".chip")}

    @property
    def ways(self) -> dict[str, str]:
        return {_words(way): way["href"] for way in self.soup.select(".way-out")}

    @property
    def marked(self) -> list[str]:
        return [mark.text for mark in self.soup.find_all("mark")]

    @cached_property
    def boxes(self) -> dict[tuple[str, str], Box]:
        found = {}
        for label in self.soup.select("label.option"):
            box = label.input
            found[box["name"], box["value"]] = Box(
                box["name"],
                box["value"],
                _words(label.select_one(".option-name")),
                int("".join(re.findall(r"\d", label.select_one(".option-count").text))),
                box.has_attr("checked"),
                box.has_attr("disabled"),
            )
        return found

    def link(self, words: str) -> str:
        """The address behind the link with these words."""
        return next(link["href"] for link in self.soup.find_all("a") if _words(link) == words)


def _words(tag: Any) -> str:
    return " ".join(tag.text.split())
