"""The first search of a process waits for nothing: dictionary, names of values, index and templates are there."""

from __future__ import annotations

from django.http import QueryDict
from django.template.loader import get_template
from django.urls import reverse

from search.faceted.address import read
from search.faceted.answering import PARTS, jinja
from search.faceted.page import build
from search.mentors.catalogue import MENTORS
from search.mentors.vocabulary import vocabulary_cache

#: A word of any bank, written as people type it.
WORD = "математика"


def prepare_the_search() -> None:
    """Build the page of a search with words, and its parts.

    Raises ``EngineUnavailable`` where no engine answers and ``DatabaseError`` before the first migration.
    """
    vocabulary = vocabulary_cache.current()
    reading = read(QueryDict(f"q={WORD}"), MENTORS, vocabulary)
    page = build(reading.search, reading.notices, vocabulary, reverse("mentor-search"))
    for name in PARTS:
        jinja(name, {"page": page})
    get_template("search/faceted/page.html")
