"""A personal link opens one page to one person; whatever else is tried, the same closed door answers."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils import timezone

from cms.accounts.log_entries import TerritoryLogEntry
from cms.personal_links import throttling
from cms.personal_links.actions import Holder, IssueLink, LinkRefused, RenewLink, RevokeLink
from cms.personal_links.doors import personal
from cms.personal_links.models import PersonalLink
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db
VERA = Holder("probe", "mentor", "Лосева В. А.")


@pytest.fixture(autouse=True)
def patient_doors():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def thing(municipality):
    return OrganisationFactory(municipality=municipality)


@personal("probe")
def page(request, link):
    return HttpResponse(f"{link.person}: {link.subject}")


def tomorrow():
    return timezone.now() + timedelta(days=1)


def issue(thing, holder=VERA, user=None):
    action = IssueLink(thing, holder, tomorrow(), user)
    action.execute()
    return action.token


def test_the_right_token_opens_the_page_and_is_noted(rf, thing):
    token = issue(thing)
    response = page(rf.get("/"), token)
    assert response.content.decode() == f"Лосева В. А.: {thing}"
    assert PersonalLink.objects.get().last_used_at is not None


def test_no_cache_or_foreign_page_learns_the_address(rf, thing):
    token = issue(thing)
    for response in (page(rf.get("/"), token), page(rf.get("/"), token + "x")):
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]


def test_the_database_keeps_a_fingerprint_only(thing):
    token = issue(thing)
    row = PersonalLink.objects.values().get()
    assert all(part not in str(row) for part in (token, *token.split(".")))


def test_every_closed_door_looks_the_same(rf, thing):
    expired, revoked = issue(thing, Holder("probe", "a", "А")), issue(thing, Holder("probe", "b", "Б"))
    PersonalLink.objects.of("a").update(expires_at=timezone.now())
    RevokeLink(thing, Holder("probe", "b", "Б"), None).execute()
    foreign = issue(thing, Holder("another purpose", "c", "В"))
    good = issue(thing)
    altered = good[:10] + ("A" if good[10] != "A" else "B") + good[11:]

    answers = [page(rf.get("/"), token) for token in (expired, revoked, foreign, altered, "нет", "x" * 5000, "\0")]

    assert {answer.status_code for answer in answers} == {410}
    pages = {re.sub(r'csrfmiddlewaretoken" value="[^"]+', "", answer.content.decode()) for answer in answers}
    assert len(pages) == 1
    words = pages.pop()
    assert "Ссылка больше не действует" in words and "Попросите редактора прислать новую" in words
    assert "Лосева" not in words and str(thing) not in words


def test_an_altered_token_costs_no_query(rf, thing, django_assert_num_queries):
    token = issue(thing)
    with django_assert_num_queries(0):
        assert PersonalLink.objects.opened_by(token[:-1], "probe", timezone.now()) is None


def test_a_new_link_stops_the_former_one(rf, thing):
    first, second = issue(thing), issue(thing)
    assert page(rf.get("/"), first).status_code == 410
    assert page(rf.get("/"), second).status_code == 200


def test_a_link_is_renewed_but_not_after_its_revocation(rf, thing):
    token = issue(thing)
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    assert page(rf.get("/"), token).status_code == 410
    RenewLink(thing, VERA, tomorrow(), None).execute()
    assert page(rf.get("/"), token).status_code == 200
    RevokeLink(thing, VERA, None).execute()
    with pytest.raises(LinkRefused, match="Выдайте новую"):
        RenewLink(thing, VERA, tomorrow(), None).execute()
    with pytest.raises(LinkRefused, match="Срок"):
        IssueLink(thing, VERA, timezone.now(), None).execute()


def test_a_link_of_a_deleted_thing_is_closed(rf, thing):
    token = issue(thing)
    thing.delete()
    assert page(rf.get("/"), token).status_code == 410


def test_whoever_may_change_the_thing_may_give_links_to_it(thing, coordinator, other_coordinator):
    with pytest.raises(PermissionDenied):
        issue(thing, user=other_coordinator)
    issue(thing, user=coordinator)
    link = PersonalLink.objects.get()
    assert link.issued_by == coordinator
    entry = TerritoryLogEntry.objects.get(action="duet.link.issue")
    assert entry.message == "Выдана личная ссылка: Лосева В. А."


def test_who_tries_link_after_link_waits(rf, thing):
    token = issue(thing)
    for number in range(throttling.WRONG_TRIES):
        page(rf.get("/"), f"{number}")
    assert page(rf.get("/"), token).status_code == 429
    assert page(rf.get("/", REMOTE_ADDR="10.0.0.9"), token).status_code == 200


def test_a_link_is_not_hammered(rf, thing, monkeypatch):
    monkeypatch.setattr(throttling, "REQUESTS", 2)
    token = issue(thing)
    assert [page(rf.get("/"), token).status_code for _ in range(3)] == [200, 200, 429]
