"""The rows that our worker writes equal those of the library's own, and nobody else knows the library's names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from cms.work.stored import DBTaskResult, Status, again, mark_done, mark_failed, queue_of
from cms.work.tasks import BACKEND
from tests.cms.work.effects import remember

pytestmark = pytest.mark.django_db

TIMES = {"id", "enqueued_at", "started_at", "finished_at"}


def taken():
    remember.enqueue("письмо")
    row = DBTaskResult.objects.latest("enqueued_at")
    row.claim("worker")
    return row


def row(task):
    stored = DBTaskResult.objects.get(pk=task.pk)
    told = {field.attname: getattr(stored, field.attname) for field in stored._meta.concrete_fields}
    lines = told.pop("traceback").strip().splitlines()
    ended = stored.finished_at is not None
    return {**{name: value for name, value in told.items() if name not in TIMES}, "last": lines[-1:], "ended": ended}


def failure():
    try:
        raise ValueError("сегодня не выходит")
    except ValueError as error:
        return error


def test_a_task_that_is_done():
    ours, theirs = taken(), taken()
    assert mark_done(ours, {"sent": 1})
    theirs.set_successful({"sent": 1})
    assert row(ours) == row(theirs)


def test_a_task_that_is_given_up():
    ours, theirs = taken(), taken()
    mark_failed(ours, failure(), None)
    theirs.set_failed(failure())
    assert row(ours) == row(theirs)


def test_a_task_put_back_equals_a_new_one_and_is_taken_next():
    failed = taken()
    mark_failed(failed, failure(), None)
    failed.refresh_from_db()
    again(failed)
    remember.enqueue("письмо")
    new = DBTaskResult.objects.latest("enqueued_at")
    told = {"last", "exception_class_path"}  # why it failed stays to be read until it is done
    ours, theirs = row(failed), row(new)
    assert {k: v for k, v in ours.items() if k not in told} == {k: v for k, v in theirs.items() if k not in told}
    assert set(queue_of(BACKEND).ready()) == {failed, new}


def test_a_task_lost_to_another_worker_is_not_written():
    task = taken()
    DBTaskResult.objects.filter(pk=task.pk).update(worker_ids=["worker", "another"])
    assert not mark_done(task, None)
    mark_failed(task, failure(), None)
    assert DBTaskResult.objects.get(pk=task.pk).status == Status.RUNNING


def test_one_module_alone_knows_the_names_of_the_library():
    root = Path(settings.BASE_DIR)
    named = re.compile(r"(?:from|import) django_tasks_db")
    rooms = [root / room for room in ("cms", "mentoring", "bestpractices", "search", "demo")]
    knowing = [path for room in rooms for path in room.rglob("*.py") if named.search(path.read_text())]
    assert [str(path.relative_to(root)) for path in knowing] == ["cms/work/stored.py"]
