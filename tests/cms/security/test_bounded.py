"""What one request may ask for is bounded, and odd input is answered with a sentence by every address."""

from __future__ import annotations

import re
import time

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from cms.pages.models import ContentPage
from cms.security.bounds import MOST_ROWS
from mentoring.pairs.viewsets import MOST_MENTEES
from tests.factories import MentorFactory, PairFactory
from tests.form_filling import sent as sent_form

pytestmark = pytest.mark.django_db

HUGE = (2**63, 2**70, 10**400)
#: A form of one text, as a browser sends it together with files.
PART = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n%b\r\n--b--\r\n'
#: Names under which addresses take ids beside their path.
ASKED = (
    "id", "pk", "page", "p", "page_id", "parent", "parent_page_id", "childOf", "collection_id", "collection", "owner",
    "user", "municipality", "organisation", "mentor", "pair", "practice", "object_id", "task", "workflow", "tag",
    "content_type", "site", "act", "district", "size", "year", "uploaded_by_user", "has_child_pages", "next_id",
)  # fmt: skip


def addresses(patterns: list | None = None, prefix: str = "/") -> list[str]:
    """Every address of the site as a template."""
    found: list[str] = []
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = str(pattern.pattern).replace("^", "").replace("$", "").replace("\\Z", "")
        if isinstance(pattern, URLResolver):
            found += addresses(pattern.url_patterns, prefix + route)
        elif isinstance(pattern, URLPattern):
            found.append(prefix + route)
    return found


def with_id(address: str, number: int) -> str | None:
    """The address with this number wherever it takes something; None for Wagtail's own regular expressions."""
    if "(?" in address or "\\" in address or "failwhale" in address:
        return None
    words = {"app_label": "wagtailcore", "model_name": "page", "action": "delete", "name": "mentors"}
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: words.get(found[1], str(number)), address)


def filled_form(client: Client, url: str, name: str) -> dict:
    """What a browser would send of the form in which this field stands."""
    return sent_form(client.get(url).content, name)


def tried(client: Client, method: str, url: str, data: dict | None = None):
    """The answer, with whatever the request did to the transaction of the test undone."""
    point = transaction.savepoint()
    try:
        return getattr(client, method)(url, data or {})
    finally:
        transaction.savepoint_rollback(point)
        connection.needs_rollback = False


@pytest.mark.slow
@pytest.mark.parametrize("who", ["superuser", "anonymous"])
@pytest.mark.parametrize("number", HUGE[1:2])
def test_no_address_fails_on_an_id_that_no_object_can_have(who, number, request, signed_in):
    client = Client() if who == "anonymous" else signed_in(request.getfixturevalue(who))
    client.raise_request_exception = False
    query, walked, failed = "&".join(f"{name}={number}" for name in ASKED), 0, []
    for address in addresses():
        url = with_id(address, number)
        if url is None or "vyhod" in url or "logout" in url:
            continue
        for method, where in (("get", url), ("get", f"{url}?{query}"), ("post", url)):
            response = tried(client, method, where, dict.fromkeys(ASKED, str(number)) if method == "post" else None)
            walked += 1
            if response.status_code >= 500 and response.status_code != 503:
                failed.append((method, where, response.status_code))
    assert failed == []
    assert walked > 600


@pytest.mark.slow
def test_no_form_fails_on_ids_that_no_object_can_have(signed_in, superuser, municipality):
    """Every form of the admin that opens is sent back with such a number in each of its fields."""
    client = signed_in(superuser)
    client.raise_request_exception = False
    mentor, home = PairFactory(mentor__municipality=municipality).mentor, Page.objects.get(depth=2)
    sent, failed = 0, []
    for address in addresses():
        if not address.startswith("/admin/") or "password" in address or "logout" in address:
            continue
        for number in {mentor.pk, home.pk}:
            url = with_id(address, number)
            response = tried(client, "get", url) if url else None
            if response is None or response.status_code != 200 or response.streaming:
                continue
            body = response.content.decode("utf-8", "ignore")
            names = set(re.findall(r'name="([^"]+)"', body)) - {"next"}
            counted = {n: "1" for n in names if n.endswith(("_FORMS", "-count", "-order"))}
            answer = tried(client, "post", url, {n: str(2**70) for n in names} | counted)
            sent += 1
            if answer.status_code >= 500:
                failed.append((url, answer.status_code))
    assert failed == []
    assert sent > 60


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("place", ["path", "query", "post"])
def test_an_id_beyond_the_databases_is_no_error_of_ours(number, place, signed_in, coordinator, municipality):
    client, mentor = signed_in(coordinator), MentorFactory(municipality=municipality)
    edit = "wagtailsnippets_mentoring_mentor:edit"
    if place == "path":
        assert client.get(reverse(edit, args=[number])).status_code == 404
        assert client.get(f"/admin/pages/{number}/edit/").status_code == 404
    elif place == "query":
        url = reverse("wagtailsnippets_mentoring_mentor:list")
        for query in (f"organisation={number}", f"subjects={number}", f"p={number}", f"municipality={number}"):
            assert client.get(f"{url}?{query}").status_code in {200, 404}, query
    else:
        data = filled_form(client, reverse(edit, args=[mentor.pk]), "last_name") | {"organisation": str(number)}
        assert client.post(reverse(edit, args=[mentor.pk]), data).status_code in {200, 400, 422}
        mentor.refresh_from_db()
        assert mentor.organisation_id < 2**31


@pytest.mark.parametrize("rows", [MOST_ROWS + 1, 10**9, 10**40])
def test_a_form_with_a_thousand_million_rows_is_answered_at_once(rows, signed_in, coordinator, municipality):
    client, pair = signed_in(coordinator), PairFactory(mentor__municipality=municipality)
    url = reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk])
    for name in ("mentees-TOTAL_FORMS", "mentees-INITIAL_FORMS"):
        data = filled_form(client, url, "mentor") | {name: str(rows)}
        before = time.monotonic()
        response = client.post(url, data)
        assert time.monotonic() - before < 1
        assert response.status_code == 400
        assert f"больше {MOST_ROWS} строк" in response.content.decode()


def test_a_list_says_how_many_rows_it_takes(signed_in, coordinator, municipality):
    client, pair = signed_in(coordinator), PairFactory(mentor__municipality=municipality)
    url = reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk])
    data = filled_form(client, url, "mentor") | {"mentees-TOTAL_FORMS": str(MOST_MENTEES + 1)}
    for number in range(1, MOST_MENTEES + 1):
        data |= {f"mentees-{number}-full_name": f"Учитель Номер {number}", f"mentees-{number}-id": ""}
    response = client.post(url, data)
    assert response.status_code == 200
    assert f"не больше {MOST_MENTEES}" in response.content.decode()
    assert pair.mentees.count() == 1


def test_every_list_of_every_form_has_a_maximum():
    forms = [page.get_edit_handler().get_form_class() for page in apps.get_models() if issubclass(page, Page)]
    handlers = [(model, model.snippet_viewset.get_edit_handler()) for model in get_snippet_models()]
    forms += [handler.bind_to_model(model).get_form_class() for model, handler in handlers if handler]
    bounded = 0
    for form in forms:
        for name, rows in getattr(form, "formsets", {}).items():
            if not name.startswith("comment"):
                assert rows.max_num <= MOST_ROWS, (form, name)
                assert rows.validate_max, (form, name)
                bounded += 1
    assert bounded >= 10


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"text=%FF%FE%D0", "application/x-www-form-urlencoded"),
        (b"text=\xcf\xf0\xe8\xe2\xe5\xf2", "application/x-www-form-urlencoded"),
        ("text=Привет".encode("cp1251"), "application/x-www-form-urlencoded; charset=windows-1251"),
        (b"text=%00", "application/x-www-form-urlencoded"),
        (b"te%00xt=1", "application/x-www-form-urlencoded"),
        (PART % b"\xcf\xf0", "multipart/form-data; boundary=b"),
        (PART % b"\0", "multipart/form-data; boundary=b"),
        (b"nothing", "multipart/form-data"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("url", ["/vhod/", "/kontakty/napisat/", "/nastavniki/stat-nastavnikom/", "/admin/account/"])
def test_a_body_that_cannot_be_read_is_refused_in_words(url, body, kind, client, signed_in, superuser):
    client = signed_in(superuser) if url.startswith("/admin/") else client
    response = client.generic("POST", url, body, content_type=kind)
    assert response.status_code == 400
    assert "Сайт не принял этот запрос" in response.content.decode()
    assert "<a" in response.content.decode()


def test_a_sign_that_stands_for_an_unreadable_one_may_be_typed(client):
    response = client.post("/vhod/", {"username": "Мария \ufffd", "password": "x" * 12})
    assert response.status_code == 200
    body = "username=%D0%9C%EF%BF%BD&password=x"
    assert client.post("/vhod/", body, content_type="application/x-www-form-urlencoded").status_code == 200


@pytest.mark.parametrize("change", ["no count", "odd count", "large count", "odd order"])
def test_a_page_form_that_is_torn_is_refused_and_changes_nothing(change, signed_in, superuser):
    home = Page.objects.get(depth=2)
    page = home.add_child(instance=ContentPage(title="Страница", slug="stranica-proba"))
    client, url = signed_in(superuser), reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_form(client, url, "slug") | {"title": "Другое", "body-count": "0"}
    if change == "no count":
        del data["body-count"]
    elif change == "odd count":
        data["body-count"] = "много"
    elif change == "large count":
        data["body-count"] = str(10**9)
    else:
        data |= {"body-count": "1", "body-0-deleted": "", "body-0-type": "text", "body-0-order": "x"}
    response = client.post(url, data)
    assert response.status_code == 400
    assert "Форма пришла не целиком" in response.content.decode()
    assert Page.objects.get(pk=page.pk).latest_revision is None


def test_a_list_without_its_numbers_is_told_of(signed_in, coordinator, municipality):
    client, pair = signed_in(coordinator), PairFactory(mentor__municipality=municipality)
    url = reverse("wagtailsnippets_mentoring_pair:edit", args=[pair.pk])
    data = {name: value for name, value in filled_form(client, url, "mentor").items() if not name.endswith("_FORMS")}
    response = client.post(url, data)
    assert response.status_code == 200
    assert "Список пришёл не целиком" in response.content.decode()
    assert pair.mentees.count() == 1


def test_a_form_beyond_what_is_read_says_so(client, settings):
    response = client.post("/kontakty/napisat/", {"text": "я" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})
    assert response.status_code == 400
    assert "слишком велик" in response.content.decode()
    many = {f"n{number}": "1" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    response = client.post("/kontakty/napisat/", many)
    assert response.status_code == 400
    assert "слишком много полей" in response.content.decode()
    assert "вернитесь на прошлую страницу" in response.content.decode()


def test_ticks_without_end_are_refused_in_words(signed_in, coordinator):
    client = signed_in(coordinator)
    response = client.post("/admin/account/", {"take": [str(number) for number in range(1001)]})
    assert response.status_code == 400
    assert "Отметьте меньше" in response.content.decode()


def test_an_address_with_a_zero_byte_is_refused(client):
    assert client.get("/nastavniki/%00/").status_code == 400
    assert client.get("/%00").status_code == 400


def test_a_list_asked_for_a_column_that_it_does_not_have_says_so(signed_in, superuser):
    client = signed_in(superuser)
    for query in ("page=1", "district=x", "name__nothing=1", "id=x"):
        response = client.get(f"/admin/cms/municipality/?{query}")
        assert response.status_code == 400, query
        assert "Такого условия у списка нет" in response.content.decode()


def test_a_step_out_of_turn_is_no_error_of_ours(signed_in, superuser):
    client = signed_in(superuser)
    assert client.post("/admin/redirects/import/process/", {"from_index": "0"}).status_code in {400, 404}
    assert client.post("/admin/snippets/choose/mentoring/pair/create/", {"x": "1"}).status_code == 404
