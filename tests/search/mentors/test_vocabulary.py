"""The words of the facets follow the reference tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.reference.models import Subject
from search.faceted import vocabulary
from search.faceted.vocabulary import VocabularyCache
from search.mentors.vocabulary import read, vocabulary_cache
from tests.factories import MunicipalityFactory
from tests.search.mentors.conftest import Region
from tests.search.mentors.reading import Shown


def test_a_renamed_value_is_shown_at_once(region: Region, look: Callable[..., Shown]) -> None:
    region.mentor("Алексеева", subjects="physics")
    assert look("subject=physics").headline == "1 наставник по физике"
    physics = region.subjects["physics"]
    physics.name = "Физика и астрономия"
    physics.save()
    assert look("subject=physics").headline == "1 наставник по физике и астрономии"


def test_a_closed_district_is_not_offered(region: Region, look: Callable[..., Shown]) -> None:
    MunicipalityFactory(code="gone", closed=True)
    assert ("district", "gone") not in look().boxes


def test_words_are_kept_and_read_again_when_they_are_old(region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = VocabularyCache(read)
    cache.current()
    with CaptureQueriesContext(connection) as captured:
        cache.current()
    assert len(captured) == 0
    Subject.objects.filter(code="physics").update(name="Естествознание")  # no signal tells of this
    assert cache.current().subjects["physics"] == "Физика"
    monkeypatch.setattr(vocabulary, "MAX_AGE", -1.0)
    assert cache.current().subjects["physics"] == "Естествознание"


def test_all_words_take_five_queries(region: Region) -> None:
    vocabulary_cache.forget()
    with CaptureQueriesContext(connection) as captured:
        vocabulary_cache.current()
    assert len(captured) == 5
