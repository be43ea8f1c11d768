"""A remembered answer hangs on the tables that it was made of, those of its facts among them, and on no others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.freshness.making import Making, _tables_of, making_inside, only_until, spoken_for, unremembered
from cms.freshness.memory import begin, facts, once_a_version
from cms.freshness.version import Version, version
from cms.pages.models import ContentPage
from cms.territories.models import Organisation, Region
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.reference.models import Subject
from search.engines import get_engine
from search.registry import registry
from tests.factories import MentorFactory, SubjectFactory
from tests.factories.acts import make_act


def costs(url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(url).status_code == 200
    return len(asked)


def index() -> None:
    for registration in registry:
        get_engine().rebuild(registration.kind)


def made() -> Making:
    seen = version()
    assert seen is not None
    return begin(seen, timezone.now())


def names(read: Any) -> set[str]:
    with making_inside(making := made()):
        list(read)
    return making.tables


def test_a_change_of_a_mentor_leaves_pages_that_show_none(branch: Any) -> None:
    mentor = MentorFactory(public=True, municipality=branch.home_of, last_name="Незабудкина")
    text = branch.add_child(instance=ContentPage(title="О центре", slug="o-centre"))
    act = make_act(home=branch)
    index()
    pages = [text.url, act.url, act.get_parent().url]
    for url in [*pages, mentor.get_absolute_url(), "/nastavniki/"]:
        costs(url)
        assert costs(url) == 1
    Mentor.objects.filter(pk=mentor.pk).update(position="учитель химии")
    get_engine().refresh()
    assert all(costs(url) < 6 for url in pages)  # the look at the versions, and whether the index of pages is as it was
    assert [costs(url) for url in pages] == [1, 1, 1]
    assert all(costs(url) > 6 for url in (mentor.get_absolute_url(), "/nastavniki/"))


def test_a_fact_brings_its_tables_to_every_page_that_it_is_said_in(branch: Any) -> None:
    Region.objects.update(phone="8 800 1")
    texts = [branch.add_child(instance=ContentPage(title=slug, slug=slug)) for slug in ("one", "two")]
    for text in texts * 2:
        assert "8 800 1" in Client().get(text.url).content.decode()
    Region.objects.update(phone="8 800 2")
    for text in texts:
        assert "8 800 2" in Client().get(text.url).content.decode()


def test_an_act_that_enters_the_index_is_in_a_remembered_list_at_once(branch: Any) -> None:
    section = make_act(home=branch).get_parent()
    index()
    assert costs(section.url) and costs(section.url) == 1
    make_act("7-о", home=branch, slug="novy", title="О новом порядке")
    assert "О новом порядке" in Client().get(section.url).content.decode()


def test_a_withdrawn_consent_ends_answers_before_the_index_knows(branch: Any) -> None:
    mentor = MentorFactory(public=True, municipality=branch.home_of, last_name="Незабудкина")
    index()
    for url in ("/nastavniki/", "/nastavniki/?q=незабудкина", "/api/v1/mentors", f"{branch.url}", "/"):
        costs(url)
        assert costs(url) == 1, url
    MentorConsent.objects.filter(mentor=mentor).update(withdrawn_on=timezone.localdate())
    for url in ("/nastavniki/", "/nastavniki/?q=незабудкина", "/api/v1/mentors", "/"):
        assert "Незабудкина" not in Client().get(url).content.decode().partition("</form>")[2], url


def test_every_way_of_reading_is_heard(branch: Any) -> None:
    mentor = MentorFactory(subjects=[SubjectFactory()])
    assert {"mentoring_mentor", "mentoring_mentorconsent"} <= names(Mentor.objects.public(timezone.localdate()))
    assert {"mentoring_subject", "mentoring_mentor_subjects"} <= names(mentor.subjects.all())
    assert "cms_organisation" in names(Organisation.objects.iterator(chunk_size=1))
    with making_inside(making := made()), connection.cursor() as cursor:
        cursor.execute("SELECT m.id FROM mentoring_pair AS m WHERE EXISTS (SELECT 1 FROM mentoring_duetproject)")
    assert {"mentoring_pair", "mentoring_duetproject"} <= making.tables
    assert {"mentoring_mentor", "wagtailcore_page"} <= _tables_of(object())  # nobody can tell what it reads


def test_what_is_spoken_for_is_heard_again_afterwards(branch: Any) -> None:
    with making_inside(making := made()):
        before = set(making.tables)
        with spoken_for():
            Subject.objects.count()
        assert making.tables == before
        Subject.objects.count()
        assert making.tables == before | {"mentoring_subject"}


def test_a_fact_by_value_is_looked_at_again_and_ends_only_what_said_otherwise(branch: Any) -> None:
    def how_many() -> bool:
        return Subject.objects.count() > 1

    def remembered() -> tuple[Any, Version]:
        seen = version()
        assert seen is not None
        return facts.get("page", seen), seen

    def make() -> str:
        return "many" if once_a_version("many", how_many, by_value=True) else "few"

    with making_inside(made()):
        assert once_a_version("page", make) == "few"
    assert remembered()[0]
    Subject.objects.create(code="one", name="Один")
    assert remembered()[0]  # still no more than one
    Subject.objects.create(code="two", name="Два")
    assert not remembered()[0]


def test_a_fact_that_may_not_be_said_later_or_for_long_binds_what_it_is_said_in(branch: Any) -> None:
    soon = timezone.now() + timedelta(seconds=30)

    def short() -> None:
        only_until(soon)

    for _again in range(2):
        with making_inside(making := made()):
            once_a_version("short", short)
        assert making.ends == soon and making.may_be_kept
        with making_inside(making := made()):
            once_a_version("own", unremembered, by_value=True)
        assert not making.may_be_kept


@pytest.mark.parametrize("is_known", [False, True])
def test_a_table_without_a_mark_lets_nothing_be_remembered(branch: Any, is_known: bool) -> None:
    if is_known:
        assert version() is not None
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cms_contentchange WHERE of_table = 'mentoring_mentorconsent'")
    assert version() is None
