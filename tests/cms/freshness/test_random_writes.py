"""Random writes by every way, against pages that are made without any memory: always equal."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.freshness import memory
from cms.pages.models import ContentPage, MunicipalityPage
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from tests.factories import MentorFactory, SubjectFactory
from tests.factories.news import news

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
STEPS = 20


class Writer:
    """One of many hands; each write is committed, or undone, before the next page is read."""

    def __init__(self, branch: Any, chance: random.Random) -> None:
        self.chance, self.branch, self.number = chance, branch, 0
        subject = SubjectFactory()
        self.mentors = [MentorFactory(public=True, municipality=branch.home_of, subjects=[subject]) for _ in range(3)]
        self.page = branch.add_child(instance=ContentPage(title="О центре", slug="o-centre", show_in_menus=True))
        self.news = news(branch.home_of, title="Новость")

    def urls(self) -> list[str]:
        return ["/", self.branch.url, self.page.url, *(mentor.get_absolute_url() for mentor in self.mentors)]

    def write(self) -> None:
        self.number += 1
        ways = [self.save, self.update, self.raw, self.delete, self.withdraw, self.end, self.publish, self.expire]
        self.chance.choice([*ways, self.undo])()

    def save(self) -> None:
        mentor = self.chance.choice(list(Mentor.objects.all()))
        mentor.position = f"учитель {self.number}"
        mentor.save()

    def update(self) -> None:
        Organisation.objects.update(settlement=f"пос. {self.number}", site=f"https://{self.number}.example.org")

    def raw(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE cms_region SET phone = %s", [f"8 800 {self.number}"])
            cursor.execute("UPDATE mentoring_subject SET name = %s", [f"Предмет {self.number}"])

    def delete(self) -> None:
        if self.chance.random() < 0.5:
            Page.objects.filter(pk=self.news.pk).delete()
        self.news = news(self.branch.home_of, title=f"Новость {self.number}")

    def consent(self) -> Any:
        return MentorConsent.objects.filter(pk=self.chance.choice(MentorConsent.objects.values_list("pk", flat=True)))

    def withdraw(self) -> None:
        self.consent().update(withdrawn_on=self.chance.choice([None, timezone.localdate()]))

    def end(self) -> None:
        days = self.chance.choice([-1, 0, 1, 400])
        self.consent().update(valid_until=timezone.localdate() + timedelta(days=days))

    def publish(self) -> None:
        home = MunicipalityPage.objects.get(pk=self.branch.pk)
        home.title = f"Район {self.number}"
        revision = home.save_revision()
        if self.chance.random() < 0.7:
            revision.publish()

    def expire(self) -> None:
        moment = timezone.now() + timedelta(seconds=self.chance.choice([-1, 3600]))
        Page.objects.filter(pk=self.page.pk).update(expire_at=self.chance.choice([None, moment]))

    def undo(self) -> None:
        try:
            with transaction.atomic():
                self.update()
                assert Client().get(self.branch.url).status_code == 200  # read inside, kept by nobody
                raise RuntimeError
        except RuntimeError:
            pass


def answer(url: str) -> tuple[int, bytes]:
    found = Client().get(url)
    return found.status_code, TOKEN.sub(b"", found.content) if found.status_code == 200 else b""


def without_memory(ask: Callable[[], Any], monkeypatch: pytest.MonkeyPatch) -> Any:
    with monkeypatch.context() as patched:
        patched.setattr("cms.freshness.remembered.version", lambda: None)
        patched.setattr("django.core.cache.cache.get", lambda *_args, **_more: None)
        return ask()


@pytest.mark.timeout(300)
@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_remembered_is_what_would_be_made_now(branch: Any, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(branch, random.Random(seed))
    clock, hits = timezone.now(), 0
    for step in range(STEPS):
        url = writer.chance.choice(writer.urls())
        for _visitor in range(2):
            before = len(memory.answers._things)
            shown = answer(url)
            hits += before and len(memory.answers._things) == before
            assert shown == without_memory(lambda url=url: answer(url), monkeypatch), (step, url)
        if writer.chance.random() < 0.6:
            writer.write()
        if writer.chance.random() < 0.1:
            clock += timedelta(hours=writer.chance.choice([1, 30]))
            monkeypatch.setattr(timezone, "now", lambda moment=clock: moment)
    assert hits > STEPS / 2
