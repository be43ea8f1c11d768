"""Nobody stands in a book without a consent that holds today: not on its page, not in its files, not in typed text."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import docx
import pytest
from django.utils import timezone
from pypdf import PdfReader

from bestpractices.yearbook.actions.moving import BookRefused
from bestpractices.yearbook.actions.sending import SendBook
from bestpractices.yearbook.choice import Choice, store, stored_choice
from bestpractices.yearbook.models import YearBook
from bestpractices.yearbook.people import cover_of
from mentoring.consents.enums import Purpose
from tests.factories import MentorFactory, PairFactory
from tests.factories.yearbooks import WORDS, book_draft, book_published, pair_of_year

pytestmark = pytest.mark.django_db


def mentor_of(school, public=True, **names):
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна", **names}
    return MentorFactory(organisation=school, public=public, **who)


def texts(client, book) -> dict[str, str]:
    """The page and both files, as plain text."""
    page = client.get(book.get_absolute_url())
    assert page.status_code == 200
    pdf = client.get(f"{book.get_absolute_url()}pdf/").content
    paper = docx.Document(BytesIO(client.get(f"{book.get_absolute_url()}docx/").content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    said = {
        "page": page.content.decode(),
        "pdf": " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages),
        "docx": " ".join([*(paragraph.text for paragraph in paper.paragraphs), *cells]),
    }
    return {name: " ".join(text.split()) for name, text in said.items()}


def test_a_consent_withdrawn_later_takes_the_name_out_of_everything(client, school, coordinator):
    mentor = mentor_of(school)
    pair_of_year(school, mentor)
    book = book_published(school, coordinator)
    edition = book.editions.get()
    assert "Лосева" not in str(edition.content)  # people are numbers in what is kept
    assert all("Лосева Вера Аркадьевна" in text for text in texts(client, book).values())
    mentor.consents.filter(purpose=Purpose.PUBLICATION).update(withdrawn_on=timezone.localdate())
    after = texts(client, book)
    assert not any("Лосева" in text for text in after.values())
    assert all("1 наставник без имени" in text.replace("\xa0", " ") for text in after.values())
    assert book.editions.get().checksum == edition.checksum


def test_a_name_that_was_typed_is_covered_when_its_consent_ends(client, school, coordinator):
    mentor = mentor_of(school)
    pair_of_year(school, mentor)
    book = book_published(school, coordinator, foreword="Спасибо Вере Аркадьевне Лосевой и её классу.")
    assert "Лосевой" in texts(client, book)["page"]
    mentor.consents.update(valid_until=timezone.localdate() - timedelta(days=1))
    for text in texts(client, book).values():
        assert "Лосев" not in text
        assert "Аркадьевн" not in text
        assert "Спасибо" in text


def test_a_book_that_names_somebody_without_a_consent_is_not_sent(school, coordinator):
    pair = pair_of_year(school, mentor_of(school, public=False))
    pair.mentees.update(full_name="Тарасов Илья Петрович")
    book = book_draft(school, coordinator)
    for words in ("В. А. Лосева вела кружок", "С Лосевой Верой", "Илья Петрович справился", "Помогали Тарасову"):
        store(book, Choice({**WORDS, "practices_words": "Нет.", "foreword": words}, stored_choice(book).materials))
        with pytest.raises(BookRefused, match="без действующего согласия"):
            SendBook(book, coordinator).execute()
    store(book, Choice({**WORDS, "practices_words": "Нет."}, stored_choice(book).materials))
    SendBook(book, coordinator).execute()


def test_other_words_are_left_alone(school):
    PairFactory(mentor=mentor_of(school, public=False, last_name="Ракитина"))
    cover = cover_of(school, timezone.localdate())
    for words in ("Ракитинская школа", "село Ракитино", "ракитина ветка", "Верный путь и Аркадий"):
        assert cover.over(words) == words
    assert cover.over("Ракитиной и Ракитина") == "[имя скрыто] и [имя скрыто]"


def test_a_minor_is_never_named(client, school, coordinator):
    mentor = mentor_of(school)
    pair_of_year(school, mentor)
    book = book_published(school, coordinator)
    type(mentor).objects.filter(pk=mentor.pk).update(is_minor=True)
    assert not any("Лосева" in text for text in texts(client, book).values())


def test_authors_of_a_practice_are_named_by_consent_alone(client, school, coordinator):
    from bestpractices.practices.models import PracticePage
    from tests.factories.practices import practice_published

    practice = practice_published(school.municipality, coordinator)
    PracticePage.objects.filter(pk=practice.pk).update(organisation=school)
    author = practice.author_pairs.get().pair.mentor
    book = book_published(school, coordinator, practices=[practice])
    for text in texts(client, book).values():
        assert author.last_name not in text  # the factory's mentor has given no consent
        assert "наставническая пара" in text
    assert YearBook.objects.published().count() == 1
