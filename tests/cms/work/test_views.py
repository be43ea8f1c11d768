"""«Фоновая работа»: the regional centre sees that nobody works, what failed, and repeats it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.work.models import WorkerBeat
from cms.work.worker import Worker
from tests.cms.work.effects import give_up, remember, stumble, written

pytestmark = pytest.mark.django_db

PAGE = "/admin/reports/work/"


def test_the_centre_repeats_what_was_given_up(regional_centre, signed_in):
    give_up.enqueue()
    Worker().work_off()
    client = signed_in(regional_centre)
    page = client.get(PAGE).content.decode()
    assert "делать больше нечего" in page
    assert "не вышло: 1" in page

    failed = DBTaskResult.objects.failed().get()
    DBTaskResult.objects.filter(pk=failed.pk).update(
        task_path="tests.cms.work.effects.remember", args_kwargs={"args": ["письмо"], "kwargs": {}}
    )
    client.post(f"{PAGE}{failed.pk}/again/")
    Worker().work_off()

    assert written() == ["письмо"]
    assert "Всё сделано" in client.get(PAGE).content.decode()


def test_a_task_that_waits_for_its_next_try_need_not_wait(regional_centre, signed_in):
    stumble.enqueue("письмо")
    Worker().work_off()
    task = DBTaskResult.objects.get(task_path__contains="stumble")
    client = signed_in(regional_centre)
    assert "сегодня не выходит" in client.get(PAGE).content.decode()

    client.post(f"{PAGE}{task.pk}/again/")

    task.refresh_from_db()
    assert task.run_after > timezone.now() + timedelta(days=365), "as of now, in the words of the queue"


def test_what_is_done_is_not_repeated(regional_centre, signed_in):
    remember.enqueue("письмо")
    Worker().work_off()
    task = DBTaskResult.objects.get(task_path__contains="remember")

    answer = signed_in(regional_centre).post(f"{PAGE}{task.pk}/again/", follow=True)

    assert "уже выполняется или сделана" in answer.content.decode()
    Worker().work_off()
    assert written() == ["письмо"]


@pytest.mark.parametrize(
    ("beats", "words"),
    [
        ([], "никто не делает. Запустите"),
        ([(False, 5)], "Работает отдельный процесс. Последний сигнал: 5"),
        ([(True, 1)], "Работу делает сам сайт"),
        ([(False, 3600)], "никто не делает с"),
    ],
)
def test_the_page_says_who_works(regional_centre, signed_in, beats, words):
    for number, (inside, seconds) in enumerate(beats):
        beaten = timezone.now() - timedelta(seconds=seconds)
        WorkerBeat.objects.create(name=f"worker-{number}", inside=inside, beaten_at=beaten)

    assert words in signed_in(regional_centre).get(PAGE).content.decode()


def test_every_periodic_job_is_on_the_page(regional_centre, signed_in):
    page = signed_in(regional_centre).get(PAGE).content.decode()
    assert "Уборка: старые задачи и письма" in page
    assert "каждый день, 03:00" in page


def test_others_see_nothing_of_it(coordinator, signed_in):
    client = signed_in(coordinator)
    assert client.get(PAGE).status_code == 302
    assert PAGE not in client.get("/admin/").content.decode()
