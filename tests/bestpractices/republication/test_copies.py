"""A copy keeps the source's words and its own, says where it came from, and follows its source as it was told to."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from bestpractices.republication.actions import AcceptUpdate, DeclineUpdate, OwnWords, TakeCopy
from bestpractices.republication.announcing import follow_sources
from bestpractices.republication.enums import CopyMode, CopyState, UpdateState
from bestpractices.republication.files import keep
from bestpractices.republication.models import KeptFile, Republication, RepublishedPage, SourceUpdate
from cms.actions import Refused
from cms.mailing.models import OutgoingMail
from cms.sharing.address import tell_the_site_its_address
from mentoring.programmes.models import ProgrammePage
from tests.factories import open_branch

pytestmark = pytest.mark.django_db


def reword(source: ProgrammePage, aim: str) -> None:
    """The owner publishes another aim."""
    page = ProgrammePage.objects.get(pk=source.pk)
    page.aim = aim
    page.save_revision().publish()


def words_of(copy: Republication) -> str:
    copy.refresh_from_db()
    return str(copy.content)


def test_a_copy_is_a_draft_until_it_is_published(source: Any, region_section: Page, regional_centre: User) -> None:
    copy = TakeCopy(source, region_section, OwnWords("У нас", "", date(2026, 11, 1)), regional_centre).execute()
    assert not copy.live
    assert Client().get(copy.url).status_code == 404


def test_a_reader_sees_the_words_and_where_they_came_from(source: ProgrammePage, take: Any, client: Client) -> None:
    page = take(source).page
    answer = client.get(page.url)
    text = answer.content.decode()
    assert "Программа школы из Ключей" in text
    assert "Помочь каждому новому педагогу остаться в школе." in text
    assert f'<link rel="canonical" href="{source.full_url}">' in text
    for holder in ("Ракитинская школа", "Ключевской район"):
        assert holder in text
    assert "Ракитина" not in text, "the curator consented at the school's page, not here"


def test_the_chain_names_school_municipality_and_region(source: ProgrammePage, take: Any, client: Client) -> None:
    hops = client.get(take(source).page.url).context["copy"].hops
    assert [hop.level for hop in hops] == ["organisation", "municipality", "region"]
    assert all(len(hop.sha256) == 64 for hop in hops)


def test_nobody_takes_a_draft_or_a_page_of_the_own_branch_or_one_twice(
    source: ProgrammePage, take: Any, region_section: Page, regional_centre: User
) -> None:
    own = OwnWords("Ещё раз", "", date(2026, 11, 1))
    take(source)
    with pytest.raises(Refused, match="уже взят"):
        TakeCopy(source, region_section, own, regional_centre).execute()
    with pytest.raises(Refused, match="в этом же разделе"):
        TakeCopy(source, source.get_parent(), own, None).execute()
    source.unpublish()
    with pytest.raises(Refused, match="не опубликован"):
        TakeCopy(source, region_section, own, regional_centre).execute()


def test_a_stranger_takes_nothing_into_somebody_elses_section(
    source: ProgrammePage, region_section: Page, coordinator: User, other_coordinator: User
) -> None:
    own = OwnWords("Чужое", "", date(2026, 11, 1))
    for stranger in (coordinator, other_coordinator):
        with pytest.raises(PermissionDenied):
            TakeCopy(source, region_section, own, stranger).execute()
    assert not RepublishedPage.objects.exists()


def test_a_held_copy_waits_for_its_editor(source: ProgrammePage, take: Any, regional_centre: User) -> None:
    regional_centre.email = "centre@example.org"
    regional_centre.save()
    copy = take(source, CopyMode.HOLD)
    reword(source, "Новая цель")
    assert "Новая цель" not in words_of(copy)
    update = SourceUpdate.objects.waiting().get()
    assert OutgoingMail.objects.filter(recipient="centre@example.org", subject__contains="Источник изменился").exists()
    AcceptUpdate(update, regional_centre).execute()
    assert "Новая цель" in words_of(copy)
    assert not SourceUpdate.objects.waiting().exists()


def test_a_following_copy_changes_at_once_and_a_detached_one_never(source: ProgrammePage, take: Any) -> None:
    copy = take(source, CopyMode.FOLLOW)
    reword(source, "Новая цель")
    assert "Новая цель" in words_of(copy)
    Republication.objects.update(mode=CopyMode.DETACHED)
    reword(source, "Третья цель")
    assert "Третья цель" not in words_of(copy)
    assert not SourceUpdate.objects.waiting().exists()


def test_an_editor_takes_only_some_sections(
    source: ProgrammePage, take: Any, regional_centre: User, client: Client
) -> None:
    copy = take(source)
    page = ProgrammePage.objects.get(pk=source.pk)
    page.aim, page.definition = "Новая цель", "Новое определение"
    page.save_revision().publish()
    update = SourceUpdate.objects.waiting().get()
    AcceptUpdate(update, regional_centre, {"aim"}).execute()
    assert "Новая цель" in words_of(copy) and "Новое определение" not in words_of(copy)
    update.refresh_from_db()
    assert update.state == UpdateState.PARTLY
    assert "Отличия от источника" in client.get(copy.page.url).content.decode()
    assert "Новое" in client.get(copy.page.url + "?otlichiya=1").content.decode()


def test_a_section_that_neither_wording_has_is_refused(source: ProgrammePage, take: Any, regional_centre: User) -> None:
    take(source)
    reword(source, "Новая цель")
    update = SourceUpdate.objects.waiting().get()
    with pytest.raises(Refused, match="Откройте её заново"):
        AcceptUpdate(update, regional_centre, {"aim", "invented"}).execute()
    assert SourceUpdate.objects.waiting().count() == 1


def test_a_declined_version_is_not_offered_again_but_the_next_one_is(
    source: ProgrammePage, take: Any, regional_centre: User
) -> None:
    take(source)
    reword(source, "Вторая цель")
    DeclineUpdate(SourceUpdate.objects.waiting().get(), regional_centre).execute()
    follow_sources()
    assert not SourceUpdate.objects.waiting().exists()
    reword(source, "Третья цель")
    assert SourceUpdate.objects.waiting().count() == 1


def test_two_editors_cannot_decide_about_the_same_version(
    source: ProgrammePage, take: Any, regional_centre: User
) -> None:
    copy = take(source)
    reword(source, "Вторая цель")
    update = SourceUpdate.objects.waiting().get()
    DeclineUpdate(update, regional_centre).execute()
    with pytest.raises(Refused, match="уже решено"):
        AcceptUpdate(update, regional_centre).execute()
    assert "Вторая цель" not in words_of(copy)


def test_only_the_newest_version_waits(source: ProgrammePage, take: Any) -> None:
    take(source)
    reword(source, "Вторая цель")
    reword(source, "Третья цель")
    assert "Третья цель" in str(SourceUpdate.objects.waiting().get().content)


def test_a_stranger_decides_nothing(source: ProgrammePage, take: Any, coordinator: User) -> None:
    copy = take(source)
    reword(source, "Вторая цель")
    with pytest.raises(PermissionDenied):
        AcceptUpdate(SourceUpdate.objects.waiting().get(), coordinator).execute()
    assert "Вторая цель" not in words_of(copy)


def withdraw_by_unpublishing(source: ProgrammePage) -> None:
    source.unpublish()


def withdraw_by_deleting(source: ProgrammePage) -> None:
    source.delete()


def withdraw_by_hiding(source: ProgrammePage) -> None:
    PageViewRestriction.objects.create(page=source.get_parent(), restriction_type="login")


def withdraw_behind_the_back(source: ProgrammePage) -> None:
    Page.objects.filter(pk=source.pk).update(live=False)
    follow_sources()


@pytest.mark.parametrize("mode", list(CopyMode))
@pytest.mark.parametrize(
    "way", [withdraw_by_unpublishing, withdraw_by_deleting, withdraw_by_hiding, withdraw_behind_the_back]
)
def test_what_its_source_withdraws_is_gone_at_once(
    source: ProgrammePage, take: Any, client: Client, mode: CopyMode, way: Any
) -> None:
    copy = take(source, mode)
    reword(source, "Слова, которых больше нет")
    way(source)
    answer = client.get(copy.page.url)
    assert answer.status_code == 410
    assert "Материал снят с публикации" in answer.content.decode()
    copy.refresh_from_db()
    assert copy.state == CopyState.WITHDRAWN and copy.content == {}
    everything = [copy.content, *(update.content for update in copy.updates.all())]
    everything += [revision.content for revision in copy.page.revisions.all()]
    everything += list(Page.objects.filter(pk=copy.page_id).values())
    for forgotten in ("больше нет", "остаться в школе", "из Ключей", "Коротко о главном"):
        assert forgotten not in str(everything)


def test_a_copy_of_a_copy_goes_with_the_original(
    source: ProgrammePage, take: Any, other_municipality: Any, client: Client
) -> None:
    first = take(source)
    open_branch(other_municipality)
    section = Page.objects.get(slug=source.get_parent().slug, path__startswith=other_municipality.home_page.path)
    second = take(first.page, CopyMode.FOLLOW, target=section)
    levels = [hop.level for hop in client.get(second.page.url).context["copy"].hops]
    assert levels == ["organisation", "municipality", "region", "municipality"]
    assert client.get(second.page.url).context["copy"].canonical == source.full_url
    source.unpublish()
    assert client.get(second.page.url).status_code == 410


def test_what_comes_back_can_be_taken_back(
    source: ProgrammePage, take: Any, regional_centre: User, client: Client
) -> None:
    copy = take(source, CopyMode.FOLLOW)
    source.unpublish()
    ProgrammePage.objects.get(pk=source.pk).save_revision().publish()
    assert client.get(copy.page.url).status_code == 410
    AcceptUpdate(SourceUpdate.objects.waiting().get(), regional_centre).execute()
    answer = client.get(copy.page.url)
    assert answer.status_code == 200 and source.title in answer.content.decode()


def test_files_of_a_withdrawn_copy_are_deleted(source: ProgrammePage, take: Any) -> None:
    copy = take(source)
    kept = keep(BytesIO("Лист посещения".encode()), "лист.txt")
    copy.files.add(kept)
    path = kept.file.path
    source.unpublish()
    assert not KeptFile.objects.exists() and not Path(path).exists()


def test_a_copy_is_found_by_the_words_of_its_source_until_it_is_withdrawn(
    source: ProgrammePage, take: Any, client: Client
) -> None:
    copy = take(source)
    found = client.get("/poisk/", {"q": "педагогу остаться", "kind": "copy"}).content.decode()
    assert copy.page.url in found
    assert copy.page.full_url not in client.get("/sitemap.xml").content.decode()
    source.unpublish()
    assert copy.page.url not in client.get("/poisk/", {"q": "педагогу остаться"}).content.decode()


def test_a_copy_names_its_source_where_the_site_is_now(
    source: ProgrammePage, take: Any, client: Client, settings: Any
) -> None:
    tell_the_site_its_address()
    copy = take(source)
    sha256 = copy.document.sha256
    settings.WAGTAILADMIN_BASE_URL, settings.DUET_SITE_URL_SAID = "http://127.0.0.1:9000", True
    tell_the_site_its_address()
    copy.refresh_from_db()
    assert copy.source_url == f"http://127.0.0.1:9000{source.url}"
    assert copy.document.sha256 == sha256
    text = client.get(copy.page.url).content.decode()
    assert "http://127.0.0.1:9000" in text
    assert "http://testserver" not in text
    follow_sources()
    assert not SourceUpdate.objects.exists()
