"""Which saves let Wagtail read an object's references anew."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from cms.freshness.references import _may_refer
from cms.news.models import NewsPage
from mentoring.bank.models import Mentor
from tests import factories


@pytest.mark.parametrize(
    ("model", "name", "may"),
    [
        (Mentor, "position", False),
        (Mentor, "latest_revision", False),
        (Mentor, "organisation", True),
        (Mentor, "portrait", True),
        (Mentor, "subjects", True),
        (Mentor, "portfolio_links", True),
        (Mentor, "no such field", True),
        (NewsPage, "draft_title", False),
        (NewsPage, "owner", False),
        (NewsPage, "body", True),
    ],
)
def test_a_field_that_may_refer(model: type[Model], name: str, may: bool) -> None:
    assert _may_refer(model, name) is may


@pytest.mark.django_db
def test_a_save_of_a_plain_field_reads_no_references() -> None:
    mentor = factories.MentorFactory(public=True)
    mentor.position = "учитель"
    with CaptureQueriesContext(connection) as asked:
        mentor.save(update_fields=["position"])
    assert not [query for query in asked if "referenceindex" in query["sql"]]
    with CaptureQueriesContext(connection) as asked:
        mentor.save(update_fields=["organisation"])
    assert [query for query in asked if "referenceindex" in query["sql"]]
