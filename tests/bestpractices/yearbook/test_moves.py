"""The states of a book: every row of the table, and what each step leaves behind."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from bestpractices.review.enums import State
from bestpractices.review.standing import standing
from bestpractices.yearbook.actions.deciding import AcceptBook, ReturnBook, WithdrawBook
from bestpractices.yearbook.actions.moving import BookAction, BookRefused
from bestpractices.yearbook.actions.publishing import PublishBook, UnpublishBook
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.actions.writing import SaveBook
from bestpractices.yearbook.choice import Choice, stored_choice
from bestpractices.yearbook.enums import TRANSITIONS, BookState
from bestpractices.yearbook.models import YearBook
from cms.accounts.log_entries import TerritoryLogEntry
from cms.mailing.models import OutgoingMail
from tests.factories.practices import practice_published
from tests.factories.yearbooks import (
    WORDS,
    book_accepted,
    book_draft,
    book_published,
    book_sent,
    own_practice,
    seen_of,
)

pytestmark = pytest.mark.django_db


def again(book: YearBook) -> YearBook:
    return YearBook.objects.get(pk=book.pk)


@pytest.mark.parametrize("from_state", list(BookState))
@pytest.mark.parametrize("to_state", list(BookState))
def test_the_table_of_moves_row_by_row(school, from_state, to_state):
    book = YearBook.objects.create(organisation=school, year=2025, state=from_state)
    action = BookAction(book, None)
    if to_state in TRANSITIONS[from_state]:
        action.move(to_state)
        assert again(book).state == to_state
    else:
        with pytest.raises(BookRefused):
            action.move(to_state)
        assert again(book).state == from_state


@pytest.mark.parametrize("state", list(BookState))
def test_each_verb_suits_its_states_alone(school, state):
    verbs = {
        SaveBook: {BookState.DRAFT, BookState.RETURNED, BookState.WITHDRAWN},
        SendBook: {BookState.DRAFT, BookState.RETURNED, BookState.WITHDRAWN},
        AcceptBook: {BookState.SENT},
        ReturnBook: {BookState.SENT, BookState.ACCEPTED},
        WithdrawBook: {BookState.SENT, BookState.ACCEPTED},
        PublishBook: {BookState.ACCEPTED},
        UnpublishBook: {BookState.ACCEPTED},
    }
    assert {verb for verb in verbs if state in verb.from_states} == {
        verb for verb, states in verbs.items() if state in states
    }


def test_a_second_book_of_the_year_is_refused_in_words(school):
    YearBook.objects.create(organisation=school, year=2025)
    with pytest.raises(ValidationError, match="уже есть сборник"):
        YearBook(organisation=school, year=2025).full_clean()
    YearBook(organisation=school, year=2024).full_clean()


def test_everything_that_hinders_is_said_at_once(school, coordinator):
    book = YearBook.objects.create(organisation=school, year=2025)
    with pytest.raises(BookRefused) as refusal:
        SendBook(book, coordinator).execute()
    said = " ".join(refusal.value.reasons)
    assert "чего добились" in said
    assert "Часть 2 пуста" in said
    assert "Часть 3 пуста" in said
    assert again(book).state == BookState.DRAFT


def test_sending_freezes_the_edition_and_tells_the_centre(school, coordinator, regional_centre):
    book = book_draft(school, coordinator)
    SendBook(book, coordinator).execute()
    book = again(book)
    edition = book.editions.get()
    assert (book.state, book.sent_by, edition.number) == (BookState.SENT, coordinator, 1)
    assert len(edition.checksum) == 64
    mail = OutgoingMail.objects.get(kind="yearbook")
    assert mail.recipient == regional_centre.email
    assert f"/admin/sborniki/{book.pk}/" in mail.body
    entry = TerritoryLogEntry.objects.get(action="duet.yearbook.send")
    assert entry.data["checksum"] == edition.checksum
    assert entry.municipality_id == school.municipality_id


def test_complete_practices_go_to_review_with_the_book(school, coordinator):
    ready = own_practice(school, coordinator, title="Один вопрос")
    book = book_draft(school, coordinator, practices=[ready])
    SendBook(book, coordinator).execute()
    assert standing(ready).state == State.MUNICIPAL
    assert TerritoryLogEntry.objects.get(action="duet.yearbook.send").data["practices"] == ["Один вопрос"]


def test_an_unready_practice_stays_only_if_the_sender_says_so(school, coordinator):
    ready = own_practice(school, coordinator, title="Один вопрос")
    unready = own_practice(school, coordinator, title="Недописанная", failures="")
    book = book_draft(school, coordinator, practices=[ready, unready])
    with pytest.raises(BookRefused, match="Недописанная"):
        SendBook(book, coordinator).execute()
    assert standing(ready).state == State.DRAFT  # nothing has gone anywhere
    SendBook(book, coordinator, without_unready=True).execute()
    assert standing(ready).state == State.MUNICIPAL
    assert standing(unready).state == State.DRAFT
    assert [it["title"] for it in book.editions.get().content["practices"]] == ["Один вопрос"]
    assert [it.practice_id for it in book.practices.all()] == [ready.pk, unready.pk]  # still ticked for the next time


def test_what_the_review_itself_refuses_stays_out(school, coordinator):
    """The workflow is switched off between the check and the sending: the review's own refusal is kept."""
    from wagtail.models import Workflow

    ready = own_practice(school, coordinator, title="Один вопрос")
    book = book_draft(school, coordinator, practices=[ready], practices_words="Пока без практик.")
    Workflow.objects.update(active=False)
    with pytest.raises(BookRefused, match="порядок проверки"):
        SendBook(book, coordinator).execute()
    SendBook(book, coordinator, without_unready=True).execute()
    assert standing(ready).state == State.DRAFT
    assert book.editions.get().content["practices"] == []


def test_without_practices_and_words_about_them_the_book_does_not_go(school, coordinator):
    unready = own_practice(school, coordinator, failures="")
    book = book_draft(school, coordinator, practices=[unready])
    with pytest.raises(BookRefused, match="часть 3 пуста"):
        SendBook(book, coordinator, without_unready=True).execute()


def test_a_published_practice_is_not_sent_again(school, coordinator):
    practice = practice_published(school.municipality, coordinator)
    type(practice).objects.filter(pk=practice.pk).update(organisation=school)
    book = book_draft(school, coordinator, practices=[practice])
    SendBook(book, coordinator).execute()
    assert standing(practice).state == State.PUBLISHED


def test_a_hidden_news_page_hinders(school, coordinator):
    book = book_draft(school, coordinator)
    material = book.materials.get()
    material.page.live = False
    material.page.save()
    with pytest.raises(BookRefused, match="Итоговая игра"):
        SendBook(book, coordinator).execute()


def test_the_centre_returns_with_words_and_the_school_hears_them(school, coordinator, regional_centre):
    book = book_sent(school, coordinator)
    with pytest.raises(BookRefused, match="что поправить"):
        ReturnBook(book, regional_centre, seen_of(book), " ").execute()
    ReturnBook(book, regional_centre, seen_of(book), "Добавьте план и факт.").execute()
    book = again(book)
    assert (book.state, book.remark, book.decided_by) == (
        BookState.RETURNED,
        "Добавьте план и факт.",
        regional_centre,
    )
    mail = OutgoingMail.objects.filter(kind="yearbook", recipient=coordinator.email).get()
    assert "Добавьте план и факт." in mail.body
    SendBook(book, coordinator).execute()
    book = again(book)
    assert (book.state, book.remark, book.editions.count()) == (BookState.SENT, "", 2)


def test_a_decision_is_about_the_edition_that_was_read(school, coordinator, regional_centre):
    book = book_sent(school, coordinator)
    read = seen_of(book)
    WithdrawBook(book, coordinator, "Опечатка").execute()
    SendBook(book, coordinator).execute()
    with pytest.raises(BookRefused, match="другую редакцию"):
        AcceptBook(book, regional_centre, read).execute()
    AcceptBook(book, regional_centre, seen_of(book)).execute()
    assert again(book).state == BookState.ACCEPTED


def test_a_withdrawn_book_leaves_the_site_and_comes_back_by_the_button_alone(school, coordinator, regional_centre):
    book = book_published(school, coordinator)
    WithdrawBook(book, coordinator, "Ошибка в цифре").execute()
    assert not again(book).is_public
    SendBook(book, coordinator).execute()
    AcceptBook(book, regional_centre, seen_of(book)).execute()
    assert not again(book).is_public
    PublishBook(book, coordinator).execute()
    assert again(book).is_public
    UnpublishBook(book, coordinator).execute()
    assert not again(book).is_public


def test_the_municipality_writes_and_the_centre_decides(
    school, coordinator, methodist, other_coordinator, regional_centre, editor, expert
):
    book = book_sent(school, coordinator)
    for nobody in (coordinator, methodist, other_coordinator, editor, expert):
        with pytest.raises(PermissionDenied):
            AcceptBook(book, nobody, seen_of(book)).execute()
    for nobody in (other_coordinator, regional_centre, editor, expert):
        with pytest.raises(PermissionDenied):
            WithdrawBook(book, nobody, "Так").execute()
    WithdrawBook(book, methodist, "Поправим").execute()
    for nobody in (other_coordinator, regional_centre, editor, expert):
        for verb in (SendBook(book, nobody), SaveBook(book, nobody, stored_choice(book))):
            with pytest.raises(PermissionDenied):
                verb.execute()


def test_things_of_others_are_passed_over(school, coordinator, foreign_school, other_coordinator):
    foreign = own_practice(foreign_school, other_coordinator)
    theirs = book_draft(foreign_school, other_coordinator)
    book = book_draft(school, coordinator)
    mine = stored_choice(book)
    saving = SaveBook(
        book, coordinator, Choice(WORDS, [*mine.materials, *stored_choice(theirs).materials], [foreign.pk, 999_999])
    )
    saving.execute()
    assert saving.passed_over == 3
    assert stored_choice(book).materials == mine.materials
    assert not book.practices.exists()


def test_an_accepted_book_is_closed_to_writing(school, coordinator):
    book = book_accepted(school, coordinator)
    with pytest.raises(BookRefused, match="принят"):
        SaveBook(book, coordinator, Choice(WORDS)).execute()
