"""The journal is written once, read inside the border, and leaves as a table without a live formula."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from bestpractices.journal.models import Decision, JournalIsWrittenOnce
from tests.factories import practices as make

pytestmark = pytest.mark.django_db


def test_no_line_is_changed_or_deleted(municipality, methodist):
    make.practice_sent(municipality, methodist)
    line = Decision.objects.get()
    line.why = "Иначе"
    for attempt in (
        line.save,
        line.delete,
        lambda: Decision.objects.update(why="Иначе"),
        lambda: Decision.objects.all().delete(),
        lambda: Decision.objects.bulk_update([line], ["why"]),
    ):
        with pytest.raises(JournalIsWrittenOnce):
            attempt()
    assert Decision.objects.get().why == ""


def test_the_municipality_downloads_its_own_lines_without_formulae(
    municipality, methodist, coordinator, other_coordinator, signed_in
):
    make.practice_sent(municipality, methodist, title="=HYPERLINK(1)")
    url = reverse("practice_journal")
    response = signed_in(coordinator).get(url, {"format": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][1].startswith("'=")
    other = signed_in(other_coordinator).get(url, {"format": "csv"})
    assert b"HYPERLINK" not in b"".join(other.streaming_content)


def test_it_outlives_the_account(municipality, methodist, coordinator, signed_in):
    make.practice_sent(municipality, methodist)
    name = Decision.objects.get().who
    methodist.delete()
    assert name in signed_in(coordinator).get(reverse("practice_journal")).content.decode()
