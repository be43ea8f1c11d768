"""One person with a telephone and a laptop behind one personal link: no answer is overwritten unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from mentoring.duets.actions.preparing import give_link
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.letters import Occasion
from mentoring.duets.models import Answer
from tests.factories import DuetProjectFactory
from tests.form_filling import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(municipality: Any, editor: Any) -> tuple[str, str]:
    """The page behind the mentor's link, and the name of the first answer."""
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.ANSWERING)
    speaker = project.by_voice[Voice.MENTOR]
    speaker.agreed_at, speaker.sent_at = project.month, None
    token = give_link(project, speaker, editor, Occasion.NEW_LINK)
    return f"/razgovor/{token}/", f"answer-{project.questions.first().pk}"


def test_a_draft_of_another_device_is_not_overwritten(link: tuple[str, str]) -> None:
    address, name = link
    page = Client().get(address).content
    on_phone, on_laptop = sent(page, **{name: "С телефона"}), sent(page, **{name: "С ноутбука"})

    kept = Client().post(f"{address}chernovik/", on_phone)
    late = Client().post(f"{address}chernovik/", on_laptop)

    assert kept.status_code == 200 and late.status_code == 409
    assert Answer.objects.filter(draft="С телефона").exists()
    both = Client().post(address, on_laptop | {"do": "save"})
    assert both.status_code == 409
    assert "С телефона" in both.content.decode() and "С ноутбука" in both.content.decode()


def test_one_device_writes_on_and_on(link: tuple[str, str]) -> None:
    address, name = link
    fields = sent(Client().get(address).content, **{name: "Начало"})

    for words in ("Начало", "Начало и середина", "Начало, середина и конец"):
        kept = Client().post(f"{address}chernovik/", fields | {name: words})
        assert kept.status_code == 200
        fields["form-token"] = kept.json()["token"]

    assert Client().post(address, fields | {name: "Готово", "do": "save"}).status_code == 302
    assert Answer.objects.filter(draft="Готово").exists()
