"""manage.py import_mentor_bank, as an administrator runs it."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.territories.models import Municipality, Organisation
from mentoring.bank.enums import Category, ExperienceBand, SelectionState
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from tests.mentoring.bank.imports.conftest import SAMPLE

pytestmark = pytest.mark.django_db


def run(*args: Any, **options: Any) -> str:
    out = StringIO()
    call_command("import_mentor_bank", *map(str, args), stdout=out, **options)
    return out.getvalue()


def test_the_filled_table_imports_as_it_is_into_an_empty_site() -> None:
    out = run(SAMPLE)

    assert Mentor.objects.count() == 8
    assert "новый наставник – 8" in out
    first = Mentor.objects.get(last_name="Полтавченко")
    assert first.organisation.municipality.name == "Белокалитвинский район"
    assert [subject.name for subject in first.subjects.order_by("name")] == ["Литература", "Русский язык"]
    assert (first.experience_band, first.category) == (ExperienceBand.FROM_21, Category.HIGHEST)
    assert (first.mentee_experience, first.mentee_categories) == ([], [])
    assert first.page_url == "https://sosh12.example.org/deyatelnost/nastavnichestvo"


def test_without_a_basis_of_publication_nobody_becomes_public(reference: None) -> None:
    run(SAMPLE)

    assert set(Mentor.objects.values_list("selection_state", "live")) == {(SelectionState.CANDIDATE, False)}
    assert not Mentor.objects.public(timezone.localdate()).exists()


def test_a_stated_basis_publishes_and_is_recorded_for_each_person(reference: None) -> None:
    run(SAMPLE, "--consent-holder", "МБУ ЦРО", "--consent-since", "2026-09-01")

    assert Mentor.objects.public(timezone.localdate()).count() == 8
    assert set(MentorConsent.objects.values_list("holder", "purpose")) == {
        ("МБУ ЦРО", "processing"),
        ("МБУ ЦРО", "publication"),
    }


def test_a_second_import_of_the_same_file_changes_nothing(reference: None) -> None:
    run(SAMPLE)
    before = list(Mentor.objects.order_by("pk").values())

    out = run(SAMPLE)

    assert "без изменений – 8" in out
    assert list(Mentor.objects.order_by("pk").values()) == before


def test_a_dry_run_writes_nothing(reference: None) -> None:
    out = run(SAMPLE, "--dry-run")

    assert "Полтавченко Елена Анатольевна – новый наставник" in out
    assert not Mentor.objects.exists()
    assert not Municipality.objects.exists()


def test_an_unknown_district_is_created_only_on_demand(reference: None, municipality: Municipality) -> None:
    with pytest.raises(CommandError):
        run(SAMPLE, "--known-places-only")
    assert not Mentor.objects.exists()

    with pytest.raises(CommandError):
        run(SAMPLE)
    assert not Mentor.objects.exists()

    run(SAMPLE, "--create-places")
    assert Mentor.objects.count() == 8
    assert Municipality.objects.filter(name="Белокалитвинский район").exists()


def test_only_known_places_holds_in_an_empty_region_too(reference: None) -> None:
    with pytest.raises(CommandError):
        run(SAMPLE, "--known-places-only")
    assert not Municipality.objects.exists()


def test_a_chosen_municipality_takes_rows_whose_district_nobody_knows(
    reference: None, municipality: Municipality, school: Organisation
) -> None:
    out = run(SAMPLE, "--municipality", "klyuchi", "--create-places")

    assert "строки отнесены к «Ключевской район»" in out
    assert Mentor.objects.in_municipality(municipality).count() == 8


def test_unknown_organisations_are_listed_with_their_rows(
    reference: None, municipality: Municipality, school: Organisation
) -> None:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("import_mentor_bank", str(SAMPLE), "--municipality", "klyuchi", "--known-places-only", stdout=out)

    assert "организация «МБОУ Крутинская СОШ» (Ключевской район) – строка 5" in out.getvalue()


def test_an_unknown_code_is_answered_with_the_known_ones(reference: None, municipality: Municipality) -> None:
    with pytest.raises(CommandError, match="Есть: klyuchi"):
        run(SAMPLE, "--municipality", "nowhere")


def test_the_report_and_the_rows_to_mend_are_files(reference: None, school: Organisation, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    file.write_text(
        "ОО;ФИО наставника;Предмет\nСОШ № 1;Иванова Мария Петровна;Биология\nСОШ № 1;Петрова А.С.;Химия\n",
        encoding="cp1251",
    )

    run(file, "--municipality", "klyuchi", "--report", tmp_path / "report.csv", "--rest", tmp_path / "rest.csv")

    assert "Иванова Мария Петровна;МБОУ" not in (tmp_path / "rest.csv").read_text("utf-8-sig")
    assert "Петрова А.С.;Химия;" in (tmp_path / "rest.csv").read_text("utf-8-sig")
    assert "новый наставник" in (tmp_path / "report.csv").read_text("utf-8-sig")
