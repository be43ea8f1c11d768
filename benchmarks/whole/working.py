"""What people at work wait for: saves, forms, lists, the first page of the admin."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.whole.asking import Contender, shuffled
from benchmarks.whole.goals import Line

#: The user of the demo for each role, by whom the first page is opened.
ROLES = ("centre", "coordinator", "editor", "methodist", "expert", "teacher")
OTHERS = 30_000


def measure(rounds: int) -> list[Line]:
    """The admin, with a user who is signed in; saves with everything that happens before the answer."""

    editing, goals = _Editing(), {"its form": 80.0, "list of mentors": 60.0, "save and publish a mentor": 40.0}
    contenders: dict[str, Contender] = dict(editing.contenders())
    for login in ROLES:
        if _client(login).get("/admin/").status_code == 200:
            contenders[f"first page of the admin, {login}"] = _nothing, _page(login, "/admin/")
    found = shuffled(contenders, rounds)
    lines = [Line(name, value, "ms", goals.get(name, 50.0)) for name, value in found.items()]
    return [*lines, Line("save and publish a mentor", editing.queries(), "queries", 60), *_beside_others(editing)]


def _beside_others(editing: _Editing) -> Iterator[Line]:
    """A save and a search right after somebody else's large write, which the background is still to work off."""
    from django.db import connection

    from benchmarks.whole.asking import request

    search, insert = request("/nastavniki/"), "INSERT INTO duet_search_change (kind, object_id) "
    numbers = (
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {OTHERS}) SELECT 'mentor', i FROM n"
    )

    def others() -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM duet_search_change")
            cursor.execute(insert + numbers)

    asked: dict[str, Contender] = {"save": (others, editing.publish), "search": (others, search)}
    for name, value in shuffled(asked, 3).items():
        yield Line(f"{name} right after {OTHERS:,} notes of others", value, "ms", {"save": 100.0, "search": 50.0}[name])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM duet_search_change")


class _Editing:
    """A user of the centre with the form of one mentor."""

    def __init__(self) -> None:
        from django.utils import timezone

        from mentoring.bank.models import Mentor

        self._client = _client("centre")
        found = Mentor.objects.public(timezone.localdate()).order_by("pk")[0]
        self._path = f"/admin/snippets/mentoring/mentor/edit/{found.pk}/"
        self._fields: dict[str, Any] = {}
        self._fill()

    def contenders(self) -> Iterator[tuple[str, Contender]]:
        yield "save and publish a mentor", (self._fill, self.publish)
        yield "its form", (_nothing, lambda: _opened(self._client.get(self._path)))
        yield "list of mentors", (_nothing, _page("centre", "/admin/snippets/mentoring/mentor/"))

    def queries(self) -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self._fill()
        with CaptureQueriesContext(connection) as asked:
            self.publish()
        return len(asked)

    def publish(self) -> None:
        answer = self._client.post(self._path, {**self._fields, "action-publish": "action-publish"})
        assert answer.status_code == 302, f"{self._path}: not published"

    def _fill(self) -> None:
        from tests.form_filling import sent

        self._fields = sent(self._client.get(self._path).content, "last_name")
        self._fields["about"] = f"Поправлено {random.random()}. Жду молодых педагогов."


def _client(login: str) -> Any:
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username=login), "django.contrib.auth.backends.ModelBackend")
    return client


def _page(login: str, address: str) -> Callable[[], None]:
    client = _client(login)
    return lambda: _opened(client.get(address))


def _opened(answer: Any) -> None:
    assert answer.status_code == 200, answer.status_code


def _nothing() -> None:
    return None
