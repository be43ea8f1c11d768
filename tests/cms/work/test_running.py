"""A task happens if it was committed, once, and again after a pause if it fails."""

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.work import running
from cms.work.pauses import PAUSES
from cms.work.worker import Worker
from tests.cms.work.effects import give_up, remember, remember_by_itself, stumble, write, written

pytestmark = pytest.mark.django_db


def work_off() -> DBTaskResult | None:
    """Do what waits, as if every pause were over."""
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    Worker().work_off()
    return DBTaskResult.objects.exclude(task_path__contains="run_job").first()


@pytest.mark.parametrize("task", [remember, remember_by_itself])
def test_a_task_is_done_once(task):
    task.enqueue("письмо")

    assert work_off().status == TaskResultStatus.SUCCESSFUL
    work_off()
    assert written() == ["письмо"]


def test_a_task_of_a_rolled_back_transaction_never_happens():
    with pytest.raises(RuntimeError), transaction.atomic():
        remember.enqueue("письмо")
        raise RuntimeError

    work_off()
    assert written() == []


def test_a_failed_task_leaves_no_half_and_is_tried_again_after_a_growing_pause():
    stumble.enqueue("письмо")
    pauses = []
    for _try in PAUSES:
        task = work_off()
        assert task.status == TaskResultStatus.READY
        pauses.append(round((task.run_after - timezone.now()).total_seconds()))

    assert written() == []
    assert pauses == sorted(pauses)
    assert "сегодня не выходит" in task.traceback
    assert work_off().status == TaskResultStatus.FAILED


def test_a_task_that_gives_up_is_not_tried_again():
    give_up.enqueue()

    assert work_off().status == TaskResultStatus.FAILED


def test_a_task_whose_code_is_gone_fails_and_stops_nobody():
    remember.enqueue("письмо")
    DBTaskResult.objects.update(task_path="tests.cms.work.effects.gone")
    remember.enqueue("другое")

    work_off()

    assert written() == ["другое"]
    assert DBTaskResult.objects.failed().count() == 1


def test_what_a_dead_worker_had_taken_is_given_back():
    remember.enqueue("письмо")
    assert running.take("dead") is not None
    assert running.take("alive") is None

    work_off()

    assert written() == ["письмо"]


def test_what_a_living_worker_does_is_left_to_it():
    remember.enqueue("письмо")
    running.take("alive")

    assert running.give_back(workers_alive={"alive"}) == 0
    assert running.take("other") is None


def test_a_worker_that_was_thought_dead_does_nothing_any_more():
    """A stopped process wakes up after its task was given to another one."""
    remember.enqueue("письмо")
    late = running.take("late")
    running.give_back(workers_alive=set())
    running.run(running.take("quick"))

    running.run(late)

    assert written() == ["письмо"]


def test_a_task_that_kills_every_worker_is_given_up():
    remember.enqueue("письмо")
    for number in range(len(PAUSES) + 1):
        assert running.take(f"worker-{number}") is not None
        running.give_back(workers_alive=set())

    assert running.take("last") is None
    assert DBTaskResult.objects.failed().get().worker_ids[-1] == f"worker-{len(PAUSES)}"


def test_own_transactions_are_not_wrapped():
    write("проба")
    remember_by_itself.enqueue("письмо")
    taken = running.take("worker")

    running.run(taken)

    assert written() == ["письмо", "проба"]
