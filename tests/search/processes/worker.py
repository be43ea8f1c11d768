"""A process of its own with the sample kind on a database file: it does what it is told, a line of JSON at a time."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from search import models as search_models  # noqa: E402
from search.bets.models import BestBet  # noqa: E402
from search.delivery import deliver_once  # noqa: E402
from search.embedded import rows  # noqa: E402
from search.embedded.locking import PATIENT, write_lock  # noqa: E402
from search.embedded.models import LogEntry  # noqa: E402
from search.engines import get_engine  # noqa: E402
from search.freshness import installing  # noqa: E402
from search.interface import EngineUnavailable, Query, Result  # noqa: E402
from search.registry import registry  # noqa: E402
from tests.search.sample import kind  # noqa: E402
from tests.search.sample.models import Consent, School, Teacher  # noqa: E402


def prepare(teachers: int = 0) -> int:
    """Create the tables and triggers, and this many teachers in one school."""
    models = [getattr(search_models, name) for name in search_models.__all__]
    with connection.schema_editor() as editor:
        for model in models:
            if model is not BestBet:  # it refers to Wagtail's pages, which are not in this database
                editor.create_model(model)
    kind.create_tables()
    installing.install()
    school = School.objects.create(pk=1, name="Школа на Лесной", district="d1")
    create(1, teachers, school.pk)
    get_engine().refresh()
    return get_engine().status("teacher").documents


def create(first: int, count: int, school: int = 1) -> None:
    """Teachers by bulk_create, their word is «слово<number>»."""
    rows = [
        Teacher(pk=first + n, name="Иванова Анна", about=f"слово{first + n}", school_id=school) for n in range(count)
    ]
    Teacher.objects.bulk_create(rows)
    Consent.objects.bulk_create(Consent(teacher=row) for row in rows)


def save(number: int, about: str) -> None:
    """One teacher changes by `save`."""
    teacher = Teacher.objects.get(pk=number)
    teacher.about = about
    teacher.save()


def update(number: int, about: str) -> None:
    """One teacher changes by `queryset.update`."""
    Teacher.objects.filter(pk=number).update(about=about)


def raw(number: int, about: str) -> None:
    """One teacher changes by SQL that no Django signal sees."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE duet_search_sample_teacher SET about = %s WHERE id = %s", [about, number])


def delete(number: int) -> None:
    """A consent is withdrawn."""
    Consent.objects.filter(teacher=number).delete()


def rename(name: str) -> None:
    """The school of all teachers is renamed."""
    School.objects.filter(pk=1).update(name=name)


def search(text: str) -> dict[str, Any]:
    """What a search says, literally."""
    result = get_engine().search("teacher", Query(text, literal=True))
    return {"total": result.total, "ids": [hit.id for hit in result.hits], "took": result.took, **_origin(result)}


def _origin(result: Result) -> dict[str, bool]:
    return {"stale": result.stale, "from_reserve": result.from_reserve}


def timed_save(number: int, about: str) -> float:
    """The seconds of a save."""
    started = time.perf_counter()
    save(number, about)
    return time.perf_counter() - started


def remove(number: int) -> None:
    """A teacher is deleted."""
    Teacher.objects.filter(pk=number).delete()


def deliver() -> dict[str, Any]:
    """Bring the search server up to now: how many documents were sent, or why they were not."""
    try:
        return {"sent": deliver_once()}
    except EngineUnavailable as error:
        return {"failure": f"{type(error).__name__}: {error}"}


def take_for_dead_after(seconds: float) -> None:
    """How long a builder of the server's index may say nothing."""
    from search.elastic.building import Builder

    Builder.silence = seconds


def forget_changes(kept: int) -> None:
    """Trim the log as if very much had changed."""
    newest = rows.newest()
    LogEntry.objects.filter(sequence__lte=newest - kept).delete()


def state() -> dict[str, Any]:
    """What `search_status` says of the server."""
    status = get_engine().status("teacher")
    return {"behind": status.behind, "failure": status.failure, "documents": status.documents}


def rebuild() -> int:
    """Index everything anew."""
    return get_engine().rebuild("teacher")


def drift() -> list[list[int]]:
    """Where index and database disagree, after the notes are worked off."""
    get_engine().refresh()
    found = get_engine().status("teacher").drift
    return [list(found.missing), list(found.extra), list(found.different)]


def hold(seconds: float) -> None:
    """Keep a transaction open that writes, and that has the right to write the index."""
    with transaction.atomic():
        School.objects.filter(pk=1).update(phone="12345")
        with write_lock(PATIENT):
            time.sleep(seconds)


WRITING = (prepare, create, save, timed_save, update, raw, delete, remove, rename, hold)
INDEXING = (search, rebuild, drift, state, deliver, take_for_dead_after, forget_changes)
VERBS: dict[str, Callable[..., Any]] = {verb.__name__: verb for verb in (*WRITING, *INDEXING)}


def main() -> None:
    """Answer every line."""
    registry._kinds = {}
    kind.register()
    for line in sys.stdin:
        verb, arguments = json.loads(line)
        print(json.dumps(VERBS[verb](*arguments)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
