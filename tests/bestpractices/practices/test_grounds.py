"""An act that is not in force is marked wherever a practice is read: on its page, on paper, in its copies."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from bestpractices.practices.lists import PracticeGround
from bestpractices.practices.models import PracticePage
from bestpractices.practices.pages import practice_view
from bestpractices.practices.papers import practice_paper
from bestpractices.republication.kinds import document_of
from cms.acts.enums import RelationKind
from cms.papers.words import Facts
from tests.factories import practices as make
from tests.factories.acts import make_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(municipality: Any, methodist: Any) -> PracticePage:
    """A published practice that rests on two acts, one of which was cancelled."""
    lost, valid = make_act("5-к", date=date(2022, 9, 1)), make_act("6-к", date=date(2022, 9, 1))
    make_act("7-к", date=date(2024, 7, 1), relations=[(RelationKind.CANCELS, lost)])
    practice = make.practice_published(municipality, methodist)
    rows = [("Приказ № 5-к", lost), ("Приказ № 6-к", valid)]  # they came with the words that were checked
    PracticeGround.objects.bulk_create(PracticeGround(page=practice, words=said, target=act) for said, act in rows)
    return PracticePage.objects.get(pk=practice.pk)


def said(practice: PracticePage, client: Client) -> dict[str, str]:
    page = client.get(practice.url).content.decode()
    facts = [part for part in practice_paper(practice_view(practice, None)).parts if isinstance(part, Facts)]
    copied = document_of(practice)
    assert copied is not None
    return {
        "page": " ".join(re.sub(r"<[^>]+>", "", page).split()),
        "paper": str([list(part.rows) if hasattr(part, "rows") else part for part in facts]),
        "copy": copied.model_dump_json(),
    }


def test_a_cancelled_act_is_marked_everywhere(practice: PracticePage, client: Client) -> None:
    for where, words in said(practice, client).items():
        assert re.search(r"Приказ № 5-к \([^)]*не действует", words), where
        assert "Приказ № 6-к" in words, where
        assert not re.search(r"Приказ № 6-к \(", words), where
