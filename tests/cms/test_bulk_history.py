"""What is written in bulk equals what Wagtail writes one by one: revisions, lines of the history."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from wagtail.log_actions import LogContext, log, registry
from wagtail.models import ModelLogEntry, Revision

from cms.accounts.log_entries import TerritoryLogEntry
from cms.bulk_history import log_all, revise
from cms.glossary.models import GlossaryTerm
from mentoring.bank.imports.writing import CREATED
from mentoring.bank.models import Mentor
from tests.factories import MentorFactory

pytestmark = pytest.mark.django_db

#: What two rows about the same thing may differ in.
OWN = {"id", "created_at", "timestamp"}


def row(thing: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields if field.name not in OWN
    }


def test_a_revision_equals_wagtails(coordinator):
    mentor = MentorFactory(about="О себе")
    (ours,) = revise([mentor], [mentor.serializable_data()], coordinator, timezone.now())
    stored = Revision.objects.get(pk=ours.pk)
    theirs = mentor.save_revision(user=coordinator, clean=False)
    assert row(stored) == row(Revision.objects.get(pk=theirs.pk))
    assert stored.as_object() == mentor


@pytest.mark.parametrize("inside", [True, False])
def test_a_line_of_the_history_equals_wagtails(coordinator, inside):
    mentor = MentorFactory()
    mentor.save_revision(user=coordinator, clean=False)
    data = {"file": "bank.csv", "row": 2, "changes": []}

    def write() -> None:
        user = None if inside else coordinator
        log_all(CREATED, [(mentor, data)], user, timezone.now())
        log(mentor, CREATED, user=user, data=data, content_changed=True, revision=mentor.latest_revision)

    if inside:
        with LogContext(user=coordinator):
            write()
    else:
        write()
    ours, theirs = TerritoryLogEntry.objects.order_by("pk")
    assert row(ours) == row(theirs)
    assert ours.municipality_id == mentor.organisation.municipality_id
    assert set(registry.get_logs_for_instance(mentor)) == {ours, theirs}


def test_a_line_about_what_lies_nowhere_goes_into_the_common_log(coordinator):
    term = GlossaryTerm.objects.create(term="наставник", definition="Коллега")
    term.latest_revision = None
    log_all("wagtail.edit", [(term, {})], coordinator, timezone.now())
    log(term, "wagtail.edit", user=coordinator, content_changed=True)
    ours, theirs = ModelLogEntry.objects.order_by("pk")
    assert row(ours) == row(theirs)


def test_many_lines_cost_no_more_statements_than_one(coordinator, django_assert_max_num_queries):
    mentors = [MentorFactory() for _ in range(5)]
    fresh = list(Mentor.objects.all())
    with django_assert_max_num_queries(4):
        revise(fresh, [{"pk": one.pk} for one in mentors], coordinator, timezone.now())
        log_all(CREATED, [(one, {}) for one in fresh], coordinator, timezone.now())


def test_nothing_is_nothing(coordinator):
    assert revise([], [], coordinator, timezone.now()) == []
    log_all(CREATED, [], coordinator, timezone.now())
    assert not TerritoryLogEntry.objects.exists()
