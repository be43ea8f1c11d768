"""A remembered answer is the one that would be made now, and nobody gets what is another's own."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.freshness import memory
from cms.freshness.making import Made
from cms.freshness.version import Version
from cms.pages.models import ContentPage, MunicipalityPage
from mentoring.consents.models import MentorConsent
from tests.factories import MentorFactory
from tests.factories.news import event

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def text(client: Client, url: str, **more: Any) -> str:
    answer = client.get(url, **more)
    assert answer.status_code == 200
    return str(answer.content.decode())


def costs(client: Client, url: str) -> int:
    """The queries of one request."""
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


def plain(page: str) -> str:
    return TOKEN.sub("", page)


def test_a_second_visitor_costs_the_look_at_the_version_alone(branch: Any, anybody: Client) -> None:
    first = text(anybody, branch.url)
    assert costs(Client(), branch.url) == 1
    assert plain(text(Client(), branch.url)) == plain(first)


def test_a_change_is_seen_by_the_next_visitor(branch: Any, anybody: Client) -> None:
    assert "Новое имя" not in text(anybody, branch.url)
    MunicipalityPage.objects.filter(pk=branch.pk).update(title="Новое имя")
    assert "Новое имя" in text(Client(), branch.url)


def test_every_visitor_has_a_token_of_their_own_that_is_taken(branch: Any) -> None:
    visitors = [Client(enforce_csrf_checks=True) for _ in range(3)]
    tokens = [TOKEN.findall(text(visitor, branch.url)) for visitor in visitors]
    assert len({token for found in tokens for token in found}) == 3
    for visitor, found in zip(visitors, tokens, strict=True):
        chosen = {"csrfmiddlewaretoken": found[0], "size": "2", "next": branch.url}
        assert visitor.post(reverse("appearance"), chosen).status_code == 302
    stranger = {"csrfmiddlewaretoken": tokens[0][0], "size": "2"}
    assert Client(enforce_csrf_checks=True).post(reverse("appearance"), stranger).status_code == 403


def test_the_choice_of_look_is_not_another_visitors(branch: Any, anybody: Client) -> None:
    usual = text(anybody, branch.url)
    special = Client()
    special.cookies["appearance"] = "hc-dark.3.off"
    assert "hc-dark" in re.findall(r"<html[^>]*>", text(special, branch.url))[0]
    assert plain(text(Client(), branch.url)) == plain(usual)


def test_who_is_signed_in_and_what_is_said_to_one_visitor_is_never_remembered(branch: Any, anybody: Client) -> None:
    person = User.objects.create_superuser("someone", "one@example.org", "a-long-password")
    known = Client()
    known.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    assert "Выйти" in text(known, branch.url)
    assert "Выйти" not in text(anybody, branch.url)
    assert costs(known, branch.url) > 5


def test_a_page_expires_to_the_moment(branch: Any, anybody: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = branch.add_child(instance=ContentPage(title="Объявление на час", slug="obyavlenie", show_in_menus=True))
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(hours=1))
    coming = event(branch.home_of, title="Встреча за чаем", starts_at=timezone.now() + timedelta(minutes=30))
    assert coming.title in text(anybody, branch.url)
    assert costs(anybody, branch.url) == 1
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert coming.title not in text(anybody, branch.url)


def test_a_new_day_is_a_new_page(branch: Any, anybody: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    text(anybody, branch.url)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert costs(anybody, branch.url) > 1


def test_a_restriction_closes_a_page_that_was_remembered(branch: Any, anybody: Client) -> None:
    text(anybody, branch.url)
    PageViewRestriction.objects.create(page=branch, restriction_type=PageViewRestriction.LOGIN)
    assert anybody.get(branch.url).status_code == 302


def test_what_changed_while_the_page_was_made_is_not_remembered(
    branch: Any, anybody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = MunicipalityPage.get_context

    def meanwhile(self: Any, *args: Any, **kwargs: Any) -> Any:
        context = made(self, *args, **kwargs)
        MunicipalityPage.objects.filter(pk=branch.pk).update(title="Пришло в последний миг")
        return context

    monkeypatch.setattr(MunicipalityPage, "get_context", meanwhile)
    assert "Пришло в последний миг" not in text(anybody, branch.url)
    monkeypatch.setattr(MunicipalityPage, "get_context", made)
    assert "Пришло в последний миг" in text(anybody, branch.url)


def test_a_withdrawn_consent_takes_the_mentor_off_every_remembered_page(branch: Any, anybody: Client) -> None:
    mentor = MentorFactory(public=True, municipality=branch.home_of, last_name="Незабудкина")
    url = mentor.get_absolute_url()
    pages = ["/", branch.url, url, "/nastavniki/"]
    for page in pages * 2:
        text(anybody, page)
    assert "Незабудкина" in text(anybody, url)
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate())
    assert anybody.get(url).status_code == 404
    for page in pages[:2] + pages[3:]:
        assert "Незабудкина" not in text(anybody, page)
    assert not [key for key in memory.answers._things if url in str(key)]


def test_the_memory_is_bounded_and_drops_what_was_asked_longest_ago() -> None:
    now = timezone.now()
    one, two = Version("one", {"mentors": 1, "news": 1}), Version("two", {"mentors": 2, "news": 1})
    made = Made(frozenset({"mentors"}), {}, now + timedelta(hours=1))
    spell = memory.Spell.of(one, now - timedelta(hours=1), made)
    kept = memory.Memory(100)
    for number in range(10):
        kept.put(number, number, spell, 30)
        assert kept.get(0, one) == 0  # asked for again and again
    assert [number for number in range(10) if kept.get(number, one) is not None] == [0, 8, 9]
    kept.put("news", 1, memory.Spell.of(one, spell.begins, Made(frozenset({"news"}), {}, spell.ends)), 30)
    assert (kept.get(9, two), kept.get("news", two)) == (None, 1)
    assert list(kept._things) == [8, "news"]  # what was made of former mentors goes when it is asked for
    assert kept._size == 60
