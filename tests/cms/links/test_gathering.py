"""Which links are found, which look misspelt, what the rounds of questions keep, and who is told."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.branches.models import Branch
from cms.links import checking
from cms.links.checking import check_links
from cms.links.editor import remarks as remarks_on
from cms.links.enums import LinkState
from cms.links.gathering import gather_links
from cms.links.lookalikes import find_lookalikes
from cms.links.models import LinkPlace, OutgoingLink
from cms.links.texts import addresses_in
from cms.pages.models import HomePage
from mentoring.bank.models import PortfolioLink
from tests.cms.links.sites import a_site
from tests.factories import MentorFactory, event, news, open_branch

pytestmark = pytest.mark.django_db

ONE, OTHER = "https://youtu.example/AkVmngHj8aELMh8A", "https://youtu.example/AkVmnqHj8aELMh8A"
REPORT = reverse("links_report")


@pytest.fixture(autouse=True)
def branches(municipality, other_municipality):
    open_branch(municipality)
    open_branch(other_municipality)


@pytest.fixture
def site(settings):
    settings.DUET_CHECK_LINKS_TO = ["*"]
    settings.DUET_CHECK_LINKS_INSIDE = ["127.0.0.0/8"]
    settings.WAGTAILADMIN_BASE_URL = "https://nastavnik.region.example"  # by default the site is this machine itself
    with a_site() as site:
        yield site


def text(*links):
    """A body with a paragraph for each link."""
    return json.dumps([{"type": "text", "value": "".join(f'<p><a href="{link}">запись</a></p>' for link in links)}])


def ask_remarks(client, *addresses, here="/"):
    data = json.dumps({"addresses": addresses, "here": here})
    answer = client.post(reverse("links_of_a_form"), data, content_type="application/json")
    assert answer.status_code == 200
    return answer.json()["remarks"]


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ('<p><a href="https://a.example/?x=1&amp;y=2">слова</a></p>', ["https://a.example/?x=1&y=2"]),
        ('<p>Смотрите <a href="www.a.example">сайт</a>, https://b.example/.</p>', ["www.a.example", "https://b.example/"]),
        ('<a href="#part">ниже</a><a href="mailto:a@b.example">почта</a><a id="3" linktype="page">тут</a>', []),
        ("Запись (https://a.example/wiki_(школа)), фото: http://b.example.", ["https://a.example/wiki_(школа)", "http://b.example"]),
        ('<embed embedtype="media" url="https://rutube.ru/video/1/"/>', ["https://rutube.ru/video/1/"]),
        ([{"type": "video", "value": {"address": "https://rutube.ru/video/2/"}}], ["https://rutube.ru/video/2/"]),
        ("Занятия 10:00–11:00, вход 2//3", []),
        (None, []),
    ],
)  # fmt: skip
def test_addresses_are_found_in_every_kind_of_text(value, addresses):
    assert [address for address, _words in addresses_in(value)] == addresses


def test_links_of_texts_blocks_fields_and_parts_are_gathered_with_their_places(municipality):
    page = news(municipality, body=text("https://a.example/page"), lead="Подробнее на https://b.example/lead")
    event(municipality, video_url="https://c.example/video")
    HomePage.objects.update(body=text("https://d.example/region"))
    mentor = MentorFactory(municipality=municipality, case_url="https://e.example/case")
    PortfolioLink.objects.create(mentor=mentor, title="Урок", url="https://f.example/lesson")

    gather_links()

    assert {link.address.partition(".")[0][-1] for link in OutgoingLink.objects.all()} == set("abcdef")
    place = LinkPlace.objects.get(link__address="https://a.example/page")
    assert (place.thing_id, place.municipality, place.words) == (page.pk, municipality, "запись")
    assert LinkPlace.objects.get(link__address="https://d.example/region").municipality is None
    portfolio = LinkPlace.objects.get(link__address="https://f.example/lesson")
    assert (portfolio.thing_id, portfolio.municipality) == (mentor.pk, municipality)


def test_the_list_follows_the_texts(municipality):
    page = news(municipality, body=text(ONE))
    gather_links()
    kept = OutgoingLink.objects.get()
    page.body = text(ONE, "https://new.example/")
    page.save()

    gather_links()
    gather_links()

    assert OutgoingLink.objects.get(address=ONE).pk == kept.pk
    assert LinkPlace.objects.count() == 2
    page.delete()
    gather_links()
    assert not OutgoingLink.objects.exists()


def test_links_to_the_site_itself_do_not_lead_out(municipality, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://nastavnik.region.example"
    news(municipality, body=text("https://nastavnik.region.example/nastavniki/"))

    gather_links()

    assert not OutgoingLink.objects.exists()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (ONE, OTHER, True),
        (ONE, ONE[:-1], True),
        (ONE, ONE.lower(), True),
        ("https://disk.example/d/7fGhq2Kx9LmN4Q", "https://disk.example/d/7fGhq2Kx9LmN5Q", True),
        ("https://school.example/metodika", "https://school.example/metodyka", True),
        ("https://shkola-klyuchi.example/", "https://shkola-kluchi.example/", True),
        ("https://school.example/news/1", "https://school.example/news/2", False),
        ("https://school.example/plan-2023.pdf", "https://school.example/plan-2024.pdf", False),
        ("https://school.example/a/", "https://school.example/b/", False),
        ("https://school.example/document", "https://school.example/documents", False),
        ("http://school.example/page", "https://www.school.example/page/", False),
        (ONE, "https://youtu.example/AkVqnqHj8aELMh8A", False),
    ],
)
def test_one_letter_is_an_error_and_a_number_is_not(one, other, alike):
    assert bool(find_lookalikes([one, other, "https://else.example/"])) is alike


def test_many_links_are_compared_in_a_moment():
    links = [f"https://site{n % 50}.example/d/{n:06d}/VmngHj8aELMh{n:04d}A" for n in range(3000)]

    started = timezone.now()
    find_lookalikes(links)

    assert timezone.now() - started < timedelta(seconds=10)


def test_a_round_keeps_what_the_sites_told(municipality, site):
    pages = ("well", "gone", "moved", "closed", "broken")
    news(municipality, body=text(*(site.address(page) for page in pages)))
    gather_links()

    while check_links():
        pass

    states = {link.address.rpartition("/")[2]: link for link in OutgoingLink.objects.all()}
    assert {page: link.state for page, link in states.items()} == {
        "well": "alive", "gone": "dead", "moved": "moved", "closed": "closed", "broken": "silent",
    }  # fmt: skip
    assert states["moved"].moved_to == site.address("новое место")
    assert states["gone"].note == "ответ сайта: 404"


def test_nothing_is_asked_while_it_is_off(municipality, site, settings):
    settings.DUET_CHECK_LINKS_TO = []
    news(municipality, body=text(site.address("well")))
    gather_links()

    assert check_links() == 0
    assert site.asked == []
    assert OutgoingLink.objects.get().state == LinkState.NEW


def test_a_host_that_is_not_named_is_not_asked_and_that_is_said(municipality, site, settings):
    settings.DUET_CHECK_LINKS_TO = ["school.example"]
    news(municipality, body=text(site.address("well")))
    gather_links()

    check_links()

    assert site.asked == []
    link = OutgoingLink.objects.get()
    assert (link.state, link.note) == ("unasked", "сайта нет в списке тех, которые проверяются")


def test_a_silent_site_is_asked_again_and_counts_as_gone_the_third_time(municipality, site):
    news(municipality, body=text(site.address("broken")))
    gather_links()
    states = []
    for _day in range(3):
        OutgoingLink.objects.update(next_check=None)
        check_links()
        states.append(OutgoingLink.objects.get().state)

    assert states == ["silent", "silent", "dead"]


def test_a_round_is_bounded_for_one_site_and_in_time(municipality, site, monkeypatch):
    news(municipality, body=text(*(site.address(f"well/{n}") for n in range(10))))
    gather_links()

    assert check_links() == checking.OF_ONE_SITE
    monkeypatch.setattr(checking, "SECONDS", -1)
    assert check_links() == 0


def test_an_answered_link_is_left_alone_for_a_week(municipality, site):
    news(municipality, body=text(site.address("well")))
    gather_links()

    assert (check_links(), check_links()) == (1, 0)
    OutgoingLink.objects.update(next_check=timezone.now() - timedelta(minutes=1))
    assert check_links() == 1


def test_the_report_ends_at_the_border(
    municipality, other_municipality, editor, coordinator, regional_centre, signed_in
):
    mine, foreign = "https://mine.example/dead", "https://foreign.example/dead"
    news(municipality, title="Наша новость", body=text(mine))
    news(other_municipality, title="Чужая новость", body=text(foreign))
    gather_links()
    OutgoingLink.objects.update(state=LinkState.DEAD, note="ответ сайта: 404", checked_at=timezone.now())

    for user in (editor, coordinator):
        page = signed_in(user).get(REPORT, {"show": "bad"}).content.decode()
        assert mine in page and "Наша новость" in page
        assert foreign not in page and "Чужая новость" not in page and "Заречный" not in page
    page = signed_in(regional_centre).get(REPORT, {"show": "bad"}).content.decode()
    assert mine in page and foreign in page
    narrowed = signed_in(regional_centre).get(REPORT, {"show": "bad", "municipality": municipality.pk}).content.decode()
    assert mine in narrowed and foreign not in narrowed


def test_a_person_without_pages_sees_no_links(municipality, teacher, signed_in):
    news(municipality, body=text("https://mine.example/"))
    gather_links()

    answer = signed_in(teacher).get(REPORT, {"show": "all"})

    assert "mine.example" not in answer.content.decode()


def test_links_that_differ_in_one_letter_are_listed_with_their_places(municipality, editor, signed_in):
    news(municipality, title="Вебинар", body=text(ONE))
    news(municipality, title="Запись вебинара", body=text(OTHER))
    gather_links()

    page = signed_in(editor).get(REPORT, {"show": "alike"}).content.decode()

    assert all(words in page for words in (ONE, OTHER, "Вебинар", "Запись вебинара"))


@pytest.mark.parametrize("show", ["", "places", "bad", "alike", "documents", "all", "nonsense"])
def test_every_list_opens_and_bad_numbers_break_nothing(editor, signed_in, show):
    answer = signed_in(editor).get(REPORT, {"show": show, "municipality": "x'", "p": "-3"})

    assert answer.status_code == 200


def test_documents_that_nobody_links_are_listed_by_municipality(
    municipality, other_municipality, coordinator, signed_in
):
    documents = {}
    for name, where in (("linked", municipality), ("lonely", municipality), ("foreign", other_municipality)):
        documents[name] = get_document_model().objects.create(
            title=f"Файл {name}",
            file=ContentFile(b"%PDF", f"{name}.pdf"),
            collection=Branch.objects.get(municipality=where).collection,
        )
    link = f'<p><a linktype="document" id="{documents["linked"].pk}">файл</a></p>'
    news(municipality, body=json.dumps([{"type": "text", "value": link}]))

    client = signed_in(coordinator)
    page = client.get(REPORT, {"show": "documents"}).content.decode()
    sums = client.get(REPORT).context["sums"]

    assert [(row.name, row.documents) for row in sums] == [(municipality.name, 1)]
    assert "Файл lonely" in page
    assert "Файл linked" not in page and "Файл foreign" not in page


def test_the_form_is_told_beside_the_link(municipality, editor, signed_in):
    page = news(municipality, title="Вебинар", body=text("https://a.example/dead", ONE))
    gather_links()
    OutgoingLink.objects.filter(address="https://a.example/dead").update(
        state=LinkState.DEAD, note="ответ сайта: 404", checked_at=timezone.now()
    )
    client = signed_in(editor)

    remarks = ask_remarks(client, "https://a.example/dead", OTHER, "www.b.example", "https://well.example/")

    assert remarks["https://a.example/dead"].startswith("Ссылка не открывается (ответ сайта: 404)")
    assert remarks[OTHER].startswith(f"Отличается одной буквой от ссылки «Вебинар»: {ONE} (если верны обе")
    assert "https://" in remarks["www.b.example"]
    assert "https://well.example/" not in remarks
    # While one mends the link, its kept state is not held against it.
    here = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert OTHER not in ask_remarks(client, OTHER, here=here)
    assert OTHER in ask_remarks(client, ONE, OTHER, here=here)


def test_a_form_learns_nothing_of_foreign_links(other_municipality, editor, signed_in):
    news(other_municipality, body=text(ONE))
    gather_links()

    assert ask_remarks(signed_in(editor), OTHER) == {}


def test_a_form_with_many_links_costs_what_one_costs(municipality, editor, django_assert_max_num_queries):
    links = [f"https://site-{number}.example/metodika" for number in range(20)]
    news(municipality, body=text(*links))
    gather_links()

    with django_assert_max_num_queries(8):
        assert remarks_on(editor, links, here="/") == {}


@pytest.mark.parametrize("body", ["", "[]", '{"addresses": 3}', "not json"])
def test_a_miswritten_question_is_refused(editor, signed_in, body):
    answer = signed_in(editor).post(reverse("links_of_a_form"), body, content_type="application/json")

    assert answer.status_code == 400


def test_all_pages_are_covered():
    """A page type that is added later is read like the others."""
    from cms.links.holders import link_holders

    read = {holder.model for holder in link_holders() if holder.base is Page}
    assert {HomePage, *(model for model in read if model.__name__.endswith("Page"))} <= read
    assert len(read) >= 15
