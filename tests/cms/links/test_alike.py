"""A pair of links that look alike is settled by a person, and told of again once one of the two changes."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from cms.actions import Refused
from cms.links.deciding import AcceptAlike, ReviveAlike
from cms.links.editor import remarks
from cms.links.gathering import gather_links
from cms.links.models import LookAlike
from tests.factories import news, open_branch

pytestmark = pytest.mark.django_db

ONE, OTHER = "https://youtu.example/AkVmngHj8aELMh8A", "https://youtu.example/AkVmnqHj8aELMh8A"
THIRD = "https://youtu.example/AkVmnzHj8aELMh8A"
REPORT = reverse("links_report")


def text(*links):
    return json.dumps([{"type": "text", "value": "".join(f'<p><a href="{link}">запись</a></p>' for link in links)}])


@pytest.fixture
def page(municipality, other_municipality):
    open_branch(municipality)
    open_branch(other_municipality)
    page = news(municipality, title="Вебинар", body=text(ONE, OTHER))
    gather_links()
    return page


def listed(client, show="alike"):
    return client.get(REPORT, {"show": show}).content.decode()


def test_the_editor_settles_a_pair_in_the_report_with_name_and_day(page, editor, signed_in):
    editor.first_name, editor.last_name = "Ольга", "Самойлова"
    editor.save()
    client, pair = signed_in(editor), LookAlike.objects.get()
    assert ONE in listed(client) and OTHER in remarks(editor, [ONE, OTHER], "/")

    answer = client.post(reverse("links_pair", args=[pair.pk]), {"verdict": "accept", "show": "alike"}, follow=True)

    assert "Отмечено: так и надо" in answer.content.decode()
    assert answer.request["QUERY_STRING"] == "show=alike"
    gather_links()
    assert ONE not in listed(client)
    assert f"Ольга Самойлова, {timezone.localdate():%d.%m.%Y}" in listed(client, "accepted")
    assert [row.alike for row in client.get(REPORT).context["sums"]] == [0]
    assert remarks(editor, [ONE, OTHER], "/") == {}
    assert remarks(editor, [OTHER], "/") == {}

    client.post(reverse("links_pair", args=[pair.pk]), {"verdict": "revive", "show": "accepted"})
    assert ONE in listed(client) and OTHER in remarks(editor, [ONE, OTHER], "/")


@pytest.mark.parametrize("links", [(ONE, THIRD), (THIRD, OTHER), (ONE.replace("https", "http"), OTHER)])
def test_a_pair_comes_back_when_one_of_the_two_changes(page, editor, links):
    AcceptAlike(LookAlike.objects.get(), editor).execute()
    page.body = text(*links)
    page.save()

    gather_links()

    pair = LookAlike.objects.get()
    assert pair.accepted_at is None and pair.accepted_by is None
    assert set(remarks(editor, links, "/")) == set(links)


def test_a_link_that_went_and_came_is_asked_about_again(page, editor):
    AcceptAlike(LookAlike.objects.get(), editor).execute()
    for body in (text(ONE), text(ONE, OTHER)):
        page.body = body
        page.save()
        gather_links()

    assert LookAlike.objects.get().accepted_at is None


def test_only_who_works_with_both_links_decides(page, other_municipality, municipality, editor):
    page.body = text(ONE)
    page.save()
    news(other_municipality, body=text(OTHER))
    gather_links()

    with pytest.raises(PermissionDenied):
        AcceptAlike(LookAlike.objects.get(), editor).execute()


def test_a_second_click_and_a_pair_that_is_gone_are_told_in_words(page, editor, signed_in):
    client, pair = signed_in(editor), LookAlike.objects.get()
    AcceptAlike(pair, editor).execute()
    with pytest.raises(Refused, match="Уже отмечено"):
        AcceptAlike(pair, editor).execute()
    ReviveAlike(pair, editor).execute()
    with pytest.raises(Refused):
        ReviveAlike(pair, editor).execute()
    page.delete()
    gather_links()

    answer = client.post(reverse("links_pair", args=[pair.pk]), {"verdict": "accept"}, follow=True)

    assert "Одна из ссылок уже изменилась" in answer.content.decode()
