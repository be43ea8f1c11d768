"""The panel over a form says what this very person can do, and ticks nothing that is still a blank."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cms.accounts.territory import User
from cms.acts.models import ActPage
from cms.territories.models import Municipality
from tests.factories.acts import make_act
from tests.factories.branches import open_branch

pytestmark = pytest.mark.django_db


def panel(client: Client, act: ActPage) -> str:
    """The panel of the form, as HTML."""
    body = client.get(reverse("wagtailadmin_pages:edit", args=[act.pk])).content.decode()
    found = re.search(r'<div class="duet-needs".*?</div>', body, re.DOTALL)
    assert found, body[:500]
    return found[0]


def shown(html: str) -> str:
    """What a person reads of it now."""
    return re.sub(r'data-\w+="[^"]*"', "", html)


def need(html: str, field: str) -> str:
    """The line of one field."""
    found = re.search(rf'<li data-need="{field}".*?</li>', html, re.DOTALL)
    assert found, html
    return found[0]


def test_a_number_that_is_a_blank_is_not_ticked(
    municipality: Municipality, methodist: User, signed_in: Callable[[Any], Client]
) -> None:
    home, client = open_branch(municipality), signed_in(methodist)
    blank, whole = (panel(client, make_act(number, live=False, home=home)) for number in ("№ ____", "214-о"))

    assert "duet-needs-done" not in need(blank, "number")
    assert "Впишите их или объясните" in need(blank, "blanks_reason")
    assert "не хватает" in shown(blank) and "можно публиковать" not in shown(blank)
    assert "duet-needs-done" in need(whole, "number")
    assert "Всё заполнено: можно публиковать." in shown(whole)


def test_a_blank_that_is_explained_is_ticked(
    municipality: Municipality, methodist: User, signed_in: Callable[[Any], Client]
) -> None:
    reason = "бланк, его заполняют школы"
    act = make_act("____", live=False, home=open_branch(municipality), blanks_reason=reason)

    assert "duet-needs-done" in need(panel(signed_in(methodist), act), "number")


def test_who_may_not_publish_is_told_what_they_can_do(
    municipality: Municipality, editor: User, signed_in: Callable[[Any], Client]
) -> None:
    words = panel(signed_in(editor), make_act("214-о", live=False, home=open_branch(municipality)))

    assert "можно публиковать" not in words
    assert "отправьте на рассмотрение" in shown(words)


def test_one_way_to_approve_stands_in_the_menu(
    municipality: Municipality, editor: User, methodist: User, signed_in: Callable[[Any], Client]
) -> None:
    act = make_act("214-о", live=False, home=open_branch(municipality))
    act.save_revision(user=editor)
    act.get_workflow().start(act, editor)
    body = signed_in(methodist).get(reverse("wagtailadmin_pages:edit", args=[act.pk])).content.decode()

    assert body.count('data-workflow-action-name="approve"') == 1
    assert 'name="action-publish"' not in body


def test_a_published_page_is_called_published_and_says_how_a_correction_gets_there(
    municipality: Municipality, methodist: User, editor: User, signed_in: Callable[[Any], Client]
) -> None:
    act = make_act("214-о", home=open_branch(municipality))
    publisher, writer = (shown(panel(signed_in(user), act)) for user in (methodist, editor))

    assert "Страница опубликована." in publisher and "«Опубликовать»" in publisher
    assert "Страница опубликована." in writer and "отправьте на рассмотрение" in writer
    assert "можно публиковать" not in publisher + writer

    act.save_revision(user=methodist)
    assert "Всё заполнено: можно публиковать." in shown(panel(signed_in(methodist), act))
