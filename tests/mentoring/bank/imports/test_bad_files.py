"""No file crashes an import, every refusal says in Russian what to mend, and the good rows can be taken (T14)."""

from __future__ import annotations

import io

import pytest

from cms.territories.models import Municipality, Organisation
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.sources import open_sheet
from mentoring.bank.imports.verdicts import Verdict
from mentoring.bank.models import Mentor
from tests.mentoring.bank.imports.bad_files import ASKED, BAD_ROWS, REFUSED
from tests.mentoring.bank.imports.tables import import_of


def test_there_are_at_least_sixty() -> None:
    assert len(REFUSED) + len(ASKED) + len(BAD_ROWS) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_with_its_name_and_reason(name: str) -> None:
    content, reason = REFUSED[name]

    with pytest.raises(FileRefused) as refusal:
        open_sheet(io.BytesIO(content), name)

    assert name in str(refusal.value)
    assert reason in str(refusal.value)


@pytest.mark.parametrize("name", ASKED)
def test_a_doubtful_file_is_asked_about(name: str) -> None:
    content, question = ASKED[name]

    assert question in " ".join(open_sheet(io.BytesIO(content), name).questions)


@pytest.mark.parametrize("name", BAD_ROWS)
@pytest.mark.usefixtures("reference", "school")
def test_a_bad_row_is_named_and_the_good_one_taken(name: str, municipality: Municipality) -> None:
    content, number, reason = BAD_ROWS[name]

    outcome = import_of(content, name, municipality=municipality.pk)

    (bad,) = [judged for judged in outcome.plan.rows if judged.verdict == Verdict.ERROR]
    assert bad.row.number == number
    assert reason in bad.reasons[0]
    assert Mentor.objects.filter(last_name="Хорошая").count() == 1
    assert Mentor.objects.count() == outcome.created


@pytest.mark.usefixtures("reference")
def test_a_value_merged_downwards_belongs_to_every_row(school: Organisation, municipality: Municipality) -> None:
    import_of(BAD_ROWS["merged.xlsx"][0], "merged.xlsx", municipality=municipality.pk)

    assert set(Mentor.objects.values_list("last_name", "organisation")) == {
        ("Хорошая", school.pk),
        ("Добрая", school.pk),
    }
