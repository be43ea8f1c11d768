"""Proofs look at the whole site: nothing of another test may be remembered by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.engines import get_engine
from search.site.vocabulary import page_words


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Neither the words nor the index of another test, which was rolled back."""
    for moment in ("before", "after"):
        page_words.forget()
        get_engine().forget()  # type: ignore[attr-defined]
        if moment == "before":
            yield
