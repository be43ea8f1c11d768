"""A draft is given back where its form is no more: who has decided, and every word beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bestpractices.scoring.models import Criterion, Expert, ExpertReview
from bestpractices.scoring.notices import personal_address
from bestpractices.yearbook.actions.sending import SendBook
from cms.accounts.models import Appointment
from cms.drafts.models import FormDraft
from cms.drafts.tokens import read_token
from tests.factories import MentorFactory, MunicipalityFactory, OrganisationFactory
from tests.factories import practices as make
from tests.factories.yearbooks import book_draft

pytestmark = pytest.mark.django_db

TYPED, REMARK = "Вторая вкладка: взяла бы себе разбор ошибок", "Цель не измерить"
LABELS = json.dumps({"comment": "Общее впечатление", "remark-aim": "Замечание: Цель"})
OLD_PAGE = "Страница была открыта до нового входа"


@pytest.fixture
def review(municipality: Any, methodist: Any) -> ExpertReview:
    """The work of an expert with an account."""
    practice = make.practice_at_experts(municipality, methodist)
    return ExpertReview.objects.filter(state__page=practice).first()  # type: ignore[return-value]


@pytest.fixture
def second_tab(review: ExpertReview, signed_in: Any, filled: Any) -> tuple[str, dict[str, Any]]:
    """The address of the form, and the form as it was filled before the first tab had saved."""
    address = reverse("practice_score", args=[review.pk])
    page = signed_in(review.expert.user).get(address).content
    points = {f"points-{criterion.pk}": "2" for criterion in Criterion.objects.in_use()}
    more = {"remark-aim": REMARK, "form-labels": LABELS}
    return address, filled(page, comment=TYPED, **points, **more)


def anew(user: Any) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(page: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.decode()).split())


def test_a_tab_from_before_the_new_sign_in_shows_its_words_beside_the_score(review: Any, second_tab: Any) -> None:
    address, typed = second_tab
    make.score(review)
    client = anew(review.expert.user)

    late = client.post(address, typed, headers={"origin": "http://testserver"}, follow=True)

    said = text(late.content)
    assert "Уже оценено: вы," in said and OLD_PAGE not in said
    assert TYPED in said and "Замечание: Цель" in said and REMARK in said
    assert TYPED not in text(client.get(address).content)
    assert TYPED in text(client.get(address, {"vernut": "1"}).content)


def test_signing_in_again_leads_to_the_words_where_the_form_is_gone(review: Any, second_tab: Any) -> None:
    address, typed = second_tab
    Client().post(address, typed)
    make.score(review)
    client = anew(review.expert.user)

    back = client.get(address, follow=True)

    said = text(back.content)
    assert "Уже оценено: вы," in said and TYPED in said and "Замечание: Цель" in said and REMARK in said
    assert TYPED in text(client.get(back.redirect_chain[-1][0]).content)  # reading it again
    assert "Ваши баллы" in text(client.get(address).content)


def test_a_sent_year_book_gives_back_what_was_typed(
    municipality: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    book = book_draft(OrganisationFactory(municipality=municipality), coordinator)
    address = f"/admin/sborniki/{book.pk}/"
    typed = filled(signed_in(coordinator).get(address).content, plans="План, который опоздал")
    Client().post(address, typed)
    SendBook(book, coordinator).execute()

    said = text(signed_in(coordinator).get(address, follow=True).content)

    assert "План, который опоздал" in said and "Вы сами" in said


@pytest.fixture
def suspending(municipality: Any, coordinator: Any, signed_in: Any, filled: Any) -> tuple[str, dict[str, Any]]:
    """A form about a mentor, filled."""
    mentor = MentorFactory(public=True, municipality=municipality)
    address = f"/admin/bank/mentors/{mentor.pk}/suspend/"
    return address, filled(signed_in(coordinator).get(address).content, note=TYPED)


def test_the_words_about_a_thing_that_was_deleted_come_back(
    municipality: Any, coordinator: Any, signed_in: Any, filled: Any
) -> None:
    mentor = MentorFactory(municipality=municipality)
    address = f"/admin/bank/mentors/{mentor.pk}/move/"
    Client().post(address, filled(signed_in(coordinator).get(address).content, note=TYPED))
    mentor.delete()

    assert TYPED in text(signed_in(coordinator).get(address, follow=True).content)


def test_words_without_a_right_any_more_come_back(suspending: Any, coordinator: Any, signed_in: Any) -> None:
    address, typed = suspending
    Client().post(address, typed)
    Appointment.objects.filter(user=coordinator).update(municipality=MunicipalityFactory())

    assert TYPED in text(signed_in(coordinator).get(address, follow=True).content)


def test_a_form_that_is_still_there_and_another_address_of_it_stay_pages(
    suspending: Any, coordinator: Any, signed_in: Any
) -> None:
    address, typed = suspending
    Client().post(address, typed)
    client = signed_in(coordinator)

    for page in (client.get(address), client.get(address, {"shag": "2"}), client.get(address, {"vernut": "1"})):
        assert page.status_code == 200 and b'name="note"' in page.content
    assert FormDraft.objects.get().is_interrupted


@pytest.fixture
def linked(municipality: Any, methodist: Any) -> tuple[ExpertReview, str]:
    """The work of an expert without an account, and the path of the personal link."""
    for number in range(2):
        place = MunicipalityFactory()
        Expert.objects.create(full_name=f"Внешний {number}", municipality=place, email=f"e{number}@example.org")
    practice = make.practice_at_experts(municipality, methodist)
    review = ExpertReview.objects.filter(state__page=practice).first()
    path = re.sub(r"^https?://[^/]+", "", personal_address(review))  # type: ignore[arg-type]
    return review, path  # type: ignore[return-value]


def test_behind_a_personal_link_the_words_are_read_again(linked: Any, client: Client, filled: Any) -> None:
    review, path = linked
    typed = filled(client.get(path).content, comment=TYPED)
    make.score(review, by_link=True)

    late = client.post(path, typed)

    assert late.status_code == 409 and "Уже оценено: вы," in text(late.content) and TYPED in text(late.content)
    assert TYPED in text(client.get(path, {"vernut": "1"}).content)
    assert TYPED not in text(client.get(path).content)


def test_a_personal_link_needs_no_cookie(linked: Any, filled: Any) -> None:
    _review, path = linked
    client = Client(enforce_csrf_checks=True)
    typed = filled(client.get(path).content, comment=TYPED)
    client.cookies.clear()

    answer = client.post(path, typed, headers={"origin": "null"})

    assert answer.status_code == 200 and TYPED in answer.content.decode()  # asks for the points, with the words in it


def test_a_lost_cookie_of_a_visitor_leads_back_to_the_form(client: Client, filled: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    address = reverse("mentor-offer")
    typed = filled(client.get(address).content, last_name="Петрова")
    client.cookies.clear()

    refused = client.post(address, typed, headers={"origin": "http://testserver"})

    assert refused.status_code == 403
    assert f'href="{address}">Вернуться к форме' in refused.content.decode()
    assert not FormDraft.objects.exists()


def test_every_draft_of_a_page_without_its_forms_is_given_back(review: Any, second_tab: Any) -> None:
    address, typed = second_tab
    Client().post(address, typed)
    draft = FormDraft.objects.get()
    token = read_token(draft.token)
    assert token is not None
    FormDraft.objects.create(
        user=draft.user, page=draft.page, form="other", token=replace(token, form="other").sealed(),
        fields=[["comment", "Слова другой формы"]], labels=draft.labels, is_interrupted=True,
    )  # fmt: skip
    make.score(review)

    said = text(anew(review.expert.user).get(address, follow=True).content)

    assert TYPED in said and "Слова другой формы" in said
