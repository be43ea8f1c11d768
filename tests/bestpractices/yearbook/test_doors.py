"""Year books over HTTP: what each role reaches, by link and by hand, and what visitors see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bestpractices.yearbook.choice import stored_choice
from bestpractices.yearbook.enums import BookState
from bestpractices.yearbook.models import YearBook
from tests.factories import OrganisationFactory, news
from tests.factories.yearbooks import (
    book_accepted,
    book_draft,
    book_published,
    book_sent,
    own_practice,
    picture_in,
    seen_of,
)

pytestmark = pytest.mark.django_db

LIST = "wagtailsnippets_bestpractices_yearbook:list"
READS = ("year_book_desk", "year_book_preview", "year_book_draft_pdf", "year_book_draft_docx")
STEPS = ("accept", "return", "withdraw", "publish", "unpublish", "send")


def url(name: str, book: YearBook) -> str:
    return reverse(name, args=[book.pk])


def test_another_municipality_reaches_nothing(signed_in, foreign_school, other_coordinator, coordinator, methodist):
    book = book_sent(foreign_school, other_coordinator)
    for person in (coordinator, methodist):
        client = signed_in(person)
        for name in READS:
            assert client.get(url(name, book)).status_code == 404
        for step in STEPS:
            data = {"reason": "Так", "remark": "Так", "seen": seen_of(book), "without_unready": "on"}
            assert client.post(url(f"year_book_{step}", book), data).status_code == 404
        assert client.post(url("year_book_desk", book), {"achieved": "Подмена"}).status_code == 404
        assert client.post(url("year_book_preview_unsaved", book), {"achieved": "Подмена"}).status_code == 404
        assert book.name not in client.get(reverse(LIST)).content.decode()
    stored = YearBook.objects.get(pk=book.pk)
    assert (stored.state, stored.achieved) == (BookState.SENT, book.achieved)


def test_the_centre_reads_what_was_sent_and_changes_no_word(signed_in, school, coordinator, regional_centre):
    book = book_draft(school, coordinator, foreword="Ещё пишем это.")
    client = signed_in(regional_centre)
    desk = client.get(url("year_book_desk", book)).content.decode()
    assert f"{book.name}: {book.organisation.short_name}" in desk.partition("</title>")[0]
    assert "Школа ещё пишет" in desk
    assert "Ещё пишем это" not in desk
    assert client.get(url("year_book_preview", book)).status_code == 404
    assert client.post(url("year_book_desk", book), {"achieved": "Подмена"}).status_code in {302, 403}
    assert client.post(url("year_book_preview_unsaved", book), {"achieved": "Подмена"}).status_code in {302, 403}
    client.post(url("year_book_send", book))
    assert YearBook.objects.get(pk=book.pk).state == BookState.DRAFT


@pytest.mark.parametrize("role", ["editor", "expert", "teacher"])
def test_other_roles_find_no_books(request, signed_in, school, coordinator, role):
    book = book_sent(school, coordinator)
    client = signed_in(request.getfixturevalue(role))
    assert all(client.get(url(name, book)).status_code in {302, 403, 404} for name in READS)


def test_what_a_form_names_of_others_is_not_taken(signed_in, school, coordinator, foreign_school, other_coordinator):
    theirs = book_draft(foreign_school, other_coordinator)
    foreign = own_practice(foreign_school, other_coordinator)
    picture = picture_in(foreign_school.municipality)
    book = book_draft(school, coordinator)
    keys = [it.key for it in stored_choice(theirs).materials] + [f"image-{picture.pk}", "page-1", "page-x", "image-0"]
    data = {"achieved": "Да", "take": keys, "practice": [foreign.pk, "7" * 30, "x"], f"alt-image-{picture.pk}": "Стол"}
    response = signed_in(coordinator).post(url("year_book_desk", book), data, follow=True)
    assert "в сборник не вошли" in response.content.decode()
    assert (book.materials.count(), book.practices.count()) == (0, 0)
    preview = signed_in(coordinator).post(url("year_book_preview_unsaved", book), data).content.decode()
    assert foreign.title not in preview


def test_words_that_are_too_long_come_back_with_an_error_and_nothing_is_lost(signed_in, school, coordinator):
    book = book_draft(school, coordinator)
    response = signed_in(coordinator).post(url("year_book_desk", book), {"achieved": "х" * 4001, "plans": "Новое"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "не более 4000" in page
    assert "Новое" in page
    assert YearBook.objects.get(pk=book.pk).plans == book.plans


def test_the_order_is_that_of_the_numbers(signed_in, school, coordinator):
    book = book_draft(school, coordinator)
    first, second = (news(school.municipality, title=f"Новость {n}", day="2026-02-01") for n in (1, 2))
    data = {
        "achieved": "Да",
        "take": [f"page-{first.pk}", f"page-{second.pk}"],
        f"order-page-{first.pk}": "2",
        f"order-page-{second.pk}": "1",
        f"caption-page-{second.pk}": "Подпись",
    }
    signed_in(coordinator).post(url("year_book_desk", book), data)
    assert [(it.page_id, it.caption) for it in book.materials.all()] == [(second.pk, "Подпись"), (first.pk, "")]


def test_a_picture_without_words_keeps_the_book_at_school(signed_in, school, coordinator, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    book = book_draft(school, coordinator)
    picture = picture_in(school.municipality)
    client = signed_in(coordinator)
    data = {"achieved": "Да", "practices_words": "Нет", "take": [f"image-{picture.pk}"]}
    client.post(url("year_book_desk", book), data)
    assert "Опишите каждую картинку" in client.get(url("year_book_send", book)).content.decode()
    client.post(url("year_book_desk", book), {**data, f"alt-image-{picture.pk}": "Двое за столом"})
    client.post(url("year_book_send", book))
    assert YearBook.objects.get(pk=book.pk).state == BookState.SENT
    assert b"/Figure" in client.get(url("year_book_draft_pdf", book)).content


def test_visitors_read_a_book_only_when_it_is_accepted_and_published(client, school, coordinator):
    addresses = [reverse(f"year-book{form}", args=[school.code, 2025]) for form in ("", "-pdf", "-docx")]
    book = book_accepted(school, coordinator)
    assert {client.get(address).status_code for address in addresses} == {404}
    YearBook.objects.filter(pk=book.pk).update(published_at=book.state_since)
    assert {client.get(address).status_code for address in addresses} == {200}
    YearBook.objects.filter(pk=book.pk).update(state=BookState.RETURNED)
    assert {client.get(address).status_code for address in addresses} == {404}
    assert client.get(reverse("year-book", args=[school.code, 10**30])).status_code == 404


def test_the_page_has_its_address_its_crumbs_and_a_place_in_the_sitemap(client, school, coordinator):
    book = book_published(school, coordinator)
    page = client.get(book.get_absolute_url() + "?x=1").content.decode()
    assert f'<link rel="canonical" href="http://testserver{book.get_absolute_url()}">' in page
    assert 'aria-label="Вы здесь"' in page
    assert school.municipality.name in page
    assert book.get_absolute_url() in client.get("/sitemap.xml").content.decode()


def test_a_practice_that_visitors_may_not_read_is_only_counted(client, signed_in, school, coordinator, regional_centre):
    practice = own_practice(school, coordinator, title="Ещё не проверена")
    book = book_published(school, coordinator, practices=[practice])
    page = client.get(book.get_absolute_url()).content.decode()
    assert "Ещё не проверена" not in page
    assert "1 практику сайт покажет здесь после проверки" in page.replace("\xa0", " ")
    desk = signed_in(regional_centre).get(url("year_book_preview", book)).content.decode()
    assert "Ещё не проверена" in desk


def test_a_book_that_was_sent_is_not_deleted(signed_in, school, coordinator):
    book = book_sent(school, coordinator)
    client = signed_in(coordinator)
    client.post(reverse("wagtailsnippets_bestpractices_yearbook:delete", args=[book.pk]))
    client.post(f"/admin/bulk/bestpractices/yearbook/delete/?id={book.pk}")
    client.post(
        reverse("wagtailsnippets_bestpractices_yearbook:edit", args=[book.pk]),
        {"organisation": school.pk, "year": 2024, "title": "Другой"},
    )
    assert YearBook.objects.filter(pk=book.pk, year=2025, title="").exists()


def test_the_list_and_the_first_page_ask_as_much_for_fifty_books_as_for_one(signed_in, school, coordinator):
    def queries(client, address) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    client = signed_in(coordinator)
    YearBook.objects.create(organisation=school, year=2025, state=BookState.RETURNED)
    few = [queries(client, address) for address in (reverse(LIST), "/admin/")]
    schools = OrganisationFactory.create_batch(49, municipality=school.municipality)
    YearBook.objects.bulk_create(YearBook(organisation=it, year=2025, state=BookState.RETURNED) for it in schools)
    assert [queries(client, address) for address in (reverse(LIST), "/admin/")] == few


def test_the_year_of_a_curator_from_an_empty_book_to_the_page(client, signed_in, school, methodist, regional_centre):
    practice = own_practice(school, methodist, title="Один вопрос")
    meeting = news(school.municipality, title="Круглый стол", day="2026-03-12")
    at_school, at_centre = signed_in(methodist), signed_in(regional_centre)

    at_school.post(
        reverse("wagtailsnippets_bestpractices_yearbook:add"), {"organisation": school.pk, "year": 2025, "title": ""}
    )
    book = YearBook.objects.get()
    assert book.created_by == methodist
    desk = at_school.get(url("year_book_desk", book)).content.decode()
    assert "нет ни пар, ни программ" in desk
    assert "Чтобы отправить, осталось" in desk

    words = {"achieved": "Все молодые остались в школе.", "failures": "Не хватило времени.", "plans": "Начнём раньше."}
    ticks = {"take": [f"page-{meeting.pk}"], "practice": [practice.pk], "send": "1"}
    response = at_school.post(url("year_book_desk", book), {**words, **ticks})
    assert response["Location"] == url("year_book_send", book)
    assert "Один вопрос" in at_school.get(url("year_book_send", book)).content.decode()
    at_school.post(url("year_book_send", book))

    assert book.organisation.short_name in at_centre.get("/admin/").content.decode()
    page = at_centre.get(url("year_book_accept", book)).content.decode()
    assert f'value="{seen_of(book)}"' in page
    at_centre.post(url("year_book_return", book), {"seen": seen_of(book), "remark": "Добавьте, что дальше."})
    assert "Добавьте, что дальше." in at_school.get(url("year_book_desk", book)).content.decode()

    at_school.post(url("year_book_desk", book), {**words, **ticks, "plans": "Начнём в сентябре."})
    at_school.post(url("year_book_send", book))
    at_centre.post(url("year_book_accept", book), {"seen": seen_of(book)})
    at_school.post(url("year_book_publish", book))

    page = client.get(book.get_absolute_url()).content.decode()
    for said in ("Все молодые остались в школе.", "Начнём в сентябре.", "Круглый стол"):
        assert said in page
