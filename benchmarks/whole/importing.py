"""A file of 10,000 mentors: the import itself, and how long the background then needs until all of them are found."""

from __future__ import annotations

import csv
import io
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.whole.goals import Line

ROWS = 10_000
HEADING = (
    *("Муниципалитет", "ОО, где работает наставник", "ФИО наставника"),
    *("Предмет", "Стаж наставника", "Категория наставника"),
)


def measure(rows: int = ROWS) -> list[Line]:
    """Processor time of both halves, and the notes for one imported object; the demo region gains the rows."""
    from django.core.management import call_command
    from django.utils import timezone

    from mentoring.bank.models import Mentor
    from search.freshness.models import Change

    work_off()
    before = Mentor.objects.count()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bank.csv"
        file.write_text("\n".join(_lines(rows)), encoding="utf-8")
        begun = time.thread_time()
        since = timezone.localdate()
        call_command("import_mentor_bank", str(file), consent_holder="Центр", consent_since=since, stdout=io.StringIO())
        taken = time.thread_time() - begun
    written = Mentor.objects.count() - before
    notes = Change.objects.filter(kind="mentor").count()
    begun = time.thread_time()
    work_off()
    indexed = time.thread_time() - begun
    return [
        Line(f"import of {written:,} mentors", taken, "s"),
        Line("the same in the index, by the background", indexed, "s", 10.0),
        Line("notes for an imported mentor", notes / max(written, 1), "notes", 1.0),
    ]


def work_off() -> None:
    """Work off what a migration or a former measurement has noted: nobody's request should pay for it here."""
    from search.embedded import draining

    while not draining.drain(wait=5.0, budget=60.0):
        pass


def _lines(rows: int) -> Iterator[str]:
    """People under the names of the demo's, each at a school of the region, none of them twice."""
    from cms.territories.models import Organisation
    from mentoring.bank.models import Mentor
    from mentoring.reference.models import Subject

    women = Mentor.objects.filter(patronymic__endswith="на").order_by("pk")
    people = list(women.values_list("last_name", "first_name", "patronymic"))
    active = Organisation.objects.filter(is_active=True, municipality__is_active=True).order_by("pk")
    schools = list(active.values_list("municipality__name", "full_name"))
    subjects = list(Subject.objects.filter(is_active=True).order_by("pk").values_list("name", flat=True))
    yield _line(HEADING)
    for number in range(rows):
        surname = people[number % len(people)][0]
        first, patronymic = people[(number * 7 + 1 + number // len(people)) % len(people)][1:]
        yield _line(
            (
                *schools[(number * 13) % len(schools)],
                f"{surname} {first} {patronymic}",
                subjects[number % len(subjects)],
                str(3 + number % 30),
                ("высшая", "первая", "")[number % 3],
            )
        )


def _line(values: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="").writerow(values)
    return line.getvalue()
