"""Whatever changes a row that pages are made of gives another version, by whatever way; nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from cms.databases import triggers as databases
from cms.freshness import handlers, version
from cms.freshness.tables import watched as watched_tables
from cms.freshness.triggers import PREFIX, wanted
from cms.mailing.models import OutgoingMail
from cms.open_data.comparing import look_again
from cms.open_data.models import OpenDataLook
from cms.pages.models import ContentPage
from cms.territories.models import Municipality, Organisation
from mentoring.consents.models import MentorConsent
from mentoring.reference.models import Subject
from tests.factories import MentorFactory, MunicipalityFactory, SubjectFactory


def sql(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text)


def ways(branch: Any) -> dict[str, Callable[[], object]]:
    """The ways in which rows change."""
    mentor = MentorFactory(public=True)
    subject: Any = SubjectFactory()
    consent = MentorConsent.objects.filter(mentor=mentor).first()
    assert consent is not None
    return {
        "save": subject.save,
        "update": lambda: Organisation.objects.update(site="https://example.org"),
        "raw": lambda: sql("UPDATE cms_organisation SET settlement = 'пос. Другой'"),
        "bulk": lambda: Subject.objects.bulk_create([Subject(code="new", name="Новый")], ignore_conflicts=True),
        "many to many": lambda: type(mentor).subjects.through.objects.create(mentor_id=mentor.pk, subject=subject),
        "publish": lambda: branch.save_revision().publish(),
        "unpublish": lambda: branch.unpublish(),
        "move": lambda: branch.move(branch.get_parent(), pos="first-child"),
        "withdrawn": lambda: MentorConsent.objects.filter(pk=consent.pk).update(withdrawn_on=timezone.localdate()),
        "delete": lambda: consent.delete(),
        "raw delete": lambda: sql("DELETE FROM mentoring_mentorconsent"),
        "cascade": lambda: mentor.delete(),
    }


def test_every_way_of_changing_gives_another_version(branch: Any) -> None:
    seen = {version.version()}
    for name, change in ways(branch).items():
        seen.add(version.version())
        before = len(seen)
        change()
        seen.add(version.version())
        assert len(seen) == before + 1, name
    assert None not in seen


def test_what_is_undone_and_what_no_visitor_reads_leaves_it(branch: Any) -> None:
    page = branch.add_child(instance=ContentPage(title="О центре", slug="o-centre"))
    before = version.version()
    with pytest.raises(RuntimeError), transaction.atomic():
        Organisation.objects.update(settlement="Не будет")
        raise RuntimeError
    assert version.version() == before
    OutgoingMail.objects.create(subject="Письмо", recipient="one@example.org", body="Текст")
    page.title = "О центре, черновик"
    page.save_revision()
    Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
    Municipality.objects.filter(code="nowhere").update(name="Никого")
    assert version.version() == before


def test_inside_a_transaction_nothing_speaks_for_what_is_read(branch: Any) -> None:
    with transaction.atomic():
        assert version.version() is None


def test_many_rows_become_one_and_no_former_version_comes_back(branch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "MANY", 3)
    seen = [version.version()]
    for number in range(12):
        Municipality.objects.update(tile_column=number)
        seen.append(version.version())
        if number % 3 == 2:
            handlers.keep_it_short()
            seen.append(version.version())
    assert len(set(seen)) == len(seen) if connection.vendor == "postgresql" else len(set(seen)) == 13
    assert version.ContentChange.objects.count() <= len(list(watched_tables())) + 4


def test_every_table_counts_until_its_room_says_otherwise(committed: None) -> None:
    tables = {watched.table for watched in watched_tables()}
    assert {"wagtailcore_page", "mentoring_mentorconsent", "mentoring_mentor_subjects", "wagtailcore_site"} <= tables
    assert not {"django_session", "cms_outgoingmail", "wagtailcore_revision", "cms_contentchange"} & tables
    assert databases.missing(wanted(), PREFIX) == []


def test_without_its_triggers_nothing_is_remembered_and_the_check_says_so(branch: Any) -> None:
    name, table = next(item for item in databases.present(PREFIX).items() if item[1] == "cms_region")
    sql(f'DROP TRIGGER "{name}"' + (f' ON "{table}"' if connection.vendor == "postgresql" else ""))
    version._guard.__init__()  # type: ignore[misc]  # the minute between two looks is over
    assert version.version() is None
    assert [warning.id for warning in run_checks(databases=["default"]) if "cms.freshness" in str(warning.id)]
    handlers.settle_in()
    assert version.version() is not None


def test_while_migrations_run_nothing_is_remembered(branch: Any) -> None:
    before = version.version()
    handlers.make_way(plan=["a migration"])
    assert version.version() is None
    handlers.settle_in()
    assert version.version() not in {None, before}


def test_the_look_for_programs_keeps_its_version_and_looks_again_only_after_a_change(committed: None) -> None:
    look_again()
    look = OpenDataLook.objects.get()
    look.full_clean()  # the column has 200 characters, which SQLite does not mind
    assert look.version
    OpenDataLook.objects.update(took=0)
    look_again()
    assert OpenDataLook.objects.get().looked_at == look.looked_at
    Organisation.objects.create(
        municipality=MunicipalityFactory(), code="novaya", short_name="Новая", full_name="Новая школа"
    )
    look_again()
    assert OpenDataLook.objects.get().looked_at != look.looked_at
