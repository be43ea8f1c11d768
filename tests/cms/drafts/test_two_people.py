"""Two people, or two tabs, in one form: no words are overwritten unseen, no stale decision reads as missing rights."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from bestpractices.review.enums import Move
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.models import YearBook
from cms.accounts.enums import Role
from cms.accounts.people import name_of
from cms.drafts.models import FormDraft
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import Answer
from tests.factories import DuetProjectFactory, MentorFactory, OrganisationFactory, PairFactory
from tests.factories import practices as make
from tests.factories.yearbooks import book_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def words(municipality: Any) -> tuple[str, str]:
    """«Слова разговора», and the name of a field in it."""
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.EDITING)
    return f"/admin/duets/{project.pk}/words/", f"mentor-{project.questions.first().pk}"


def stored() -> str:
    return Answer.objects.filter(speaker__voice="mentor").order_by("question__order").first().text  # type: ignore[union-attr]


def test_the_second_tab_sees_both_texts_and_chooses(
    words: tuple[str, str], editor: Any, regional_centre: Any, signed_in: Any, filled: Any
) -> None:
    address, name = words
    first, second = signed_in(editor), signed_in(regional_centre)
    opened = [client.get(address).content for client in (first, second)]
    assert first.post(address, filled(opened[0], **{name: "Слова первой"})).status_code == 302

    both = second.post(address, filled(opened[1], **{name: "Слова второй"}))

    page = both.content.decode()
    assert both.status_code == 409 and stored() == "Слова первой"
    assert "Слова первой" in page and "Слова второй" in page and editor.get_full_name() in page
    chosen = filled_conflict(page)
    assert second.post(address, chosen | {f"draft-choice:{name}": "theirs"}).status_code == 302
    assert stored() == "Слова первой"


def test_mine_may_be_chosen_and_mended_on_the_spot(
    words: tuple[str, str], editor: Any, signed_in: Any, filled: Any
) -> None:
    address, name = words
    client = signed_in(editor)
    opened = client.get(address).content
    client.post(address, filled(opened, **{name: "Слова первой вкладки"}))
    page = client.post(address, filled(opened, **{name: "Слова второй вкладки"})).content.decode()

    client.post(address, filled_conflict(page) | {name: "Слова обеих"})

    assert stored() == "Слова обеих"


@pytest.mark.parametrize("has_revision", [True, False])
def test_two_windows_of_one_person_see_both_texts_in_wagtails_own_form(
    coordinator: Any, municipality: Any, signed_in: Any, filled: Any, has_revision: bool
) -> None:
    mentor = MentorFactory(municipality=municipality, position="Учитель")
    if has_revision:
        mentor.save_revision()
    client, address = signed_in(coordinator), f"/admin/snippets/mentoring/mentor/edit/{mentor.pk}/"
    one, other = client.get(address).content, client.get(address).content
    publish = {"action-publish": "action-publish"}
    assert client.post(address, filled(one, position="Учитель, окно первое") | publish).status_code == 302

    both = client.post(address, filled(other, position="Учитель, окно второе") | publish)

    page = both.content.decode()
    assert both.status_code == 409
    assert "окно первое" in page and "окно второе" in page
    mentor.refresh_from_db()
    assert mentor.position == "Учитель, окно первое"
    assert client.post(address, filled_conflict(page) | {"draft-choice:position": "yours"}).status_code == 302
    mentor.refresh_from_db()
    assert mentor.position == "Учитель, окно второе"


def test_what_a_window_kept_itself_is_no_conflict(
    coordinator: Any, municipality: Any, signed_in: Any, filled: Any
) -> None:
    mentor = MentorFactory(municipality=municipality, position="Учитель")
    mentor.save_revision()
    client, address = signed_in(coordinator), f"/admin/snippets/mentoring/mentor/edit/{mentor.pk}/"
    form = client.get(address).content
    kept = client.post(address, filled(form, position="Учитель!"), headers={"accept": "application/json"}).json()
    own = {"overwrite_revision_id": kept["revision_id"], "action-publish": "action-publish"}
    assert client.post(address, filled(form, position="Учитель!!") | own).status_code == 302
    mentor.refresh_from_db()
    assert mentor.position == "Учитель!!"


def test_a_choice_between_two_texts_outlives_the_session(
    words: tuple[str, str], editor: Any, regional_centre: Any, signed_in: Any, filled: Any
) -> None:
    address, name = words
    first, second = signed_in(editor), signed_in(regional_centre)
    opened = [client.get(address).content for client in (first, second)]
    first.post(address, filled(opened[0], **{name: "Слова первой"}))
    page = second.post(address, filled(opened[1], **{name: "Слова второй"})).content.decode()

    Client().post(address, filled_conflict(page) | {f"draft-choice:{name}": "theirs"})

    fields = FormDraft.objects.get(user=regional_centre).fields
    assert [name, "Слова первой"] in fields
    assert not [pair for pair in fields if "draft-" in pair[0] or pair[1] == "Слова второй"]


def test_what_only_one_has_touched_asks_nothing(
    words: tuple[str, str], editor: Any, signed_in: Any, filled: Any
) -> None:
    address, name = words
    client = signed_in(editor)
    opened = client.get(address).content

    client.post(address, filled(opened, **{name: "Одни слова"}))
    again = client.post(address, filled(client.get(address).content, **{name: "Другие слова"}))

    assert again.status_code == 302 and stored() == "Другие слова"


def test_a_wagtail_form_without_revisions_is_compared_too(
    municipality: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    pair = PairFactory(mentor__municipality=municipality, active=True)
    address = f"/admin/snippets/mentoring/pair/edit/{pair.pk}/"
    client = signed_in(coordinator)
    opened = client.get(address).content
    assert client.post(address, filled(opened, order="Приказ № 1")).status_code == 302

    both = client.post(address, filled(opened, order="Приказ № 2"))

    assert both.status_code == 409 and "Приказ № 1" in both.content.decode()


def test_a_decision_already_made_is_said_with_its_author_and_keeps_the_words(
    municipality: Any, coordinator: Any, methodist: Any, signed_in: Any, filled: Any
) -> None:
    practice = make.practice_sent(municipality, methodist)
    address = f"/admin/praktiki/{practice.pk}/"
    opened = signed_in(coordinator).get(address).content
    decided = filled(opened, move=Move.REJECT, reason="Это не практика, а отчёт")
    quicker = make.appointed(Role.COORDINATOR, municipality)
    client = signed_in(quicker)
    rejected = filled(client.get(address).content, move=Move.REJECT, reason="Не о наставничестве")
    assert client.post(address, rejected).status_code == 302

    late = signed_in(coordinator).post(address, decided)

    page = late.content.decode()
    assert late.status_code == 409 and "Уже решено" in page
    assert name_of(quicker) in page and "Это не практика, а отчёт" in page


@pytest.fixture
def book(municipality: Any, coordinator: Any) -> Any:
    """A year book that can be sent, and that two coordinators may write."""
    return book_draft(OrganisationFactory(municipality=municipality), coordinator)


def test_a_year_book_written_by_two_shows_both_texts(
    book: Any, municipality: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    address = f"/admin/sborniki/{book.pk}/"
    first, second = signed_in(coordinator), signed_in(make.appointed(Role.COORDINATOR, municipality))
    opened = [client.get(address).content for client in (first, second)]
    assert first.post(address, filled(opened[0], plans="План первой")).status_code == 302

    both = second.post(address, filled(opened[1], plans="План второй"))

    page = both.content.decode()
    assert both.status_code == 409 and "План первой" in page and "План второй" in page
    assert YearBook.objects.get().plans == "План первой"


def test_a_year_book_sent_meanwhile_keeps_what_was_typed(
    book: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    address = f"/admin/sborniki/{book.pk}/"
    client = signed_in(coordinator)
    typed = filled(client.get(address).content, plans="План, который опоздал")
    SendBook(book, coordinator).execute()

    late = client.post(address, typed)

    assert late.status_code == 409 and "План, который опоздал" in late.content.decode()
    assert ["plans", "План, который опоздал"] in FormDraft.objects.get(user=coordinator).fields


def filled_conflict(page: str) -> dict[str, Any]:
    from lxml import html

    form = next(it for it in html.fromstring(page).forms if "form-token" in it.fields)
    fields: dict[str, Any] = {}
    for key, value in form.form_values():
        fields.setdefault(key, []).append(value)
    return fields
