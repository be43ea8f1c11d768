"""A field of a form: its label, hint and error are tied to it for a screen reader."""

import re

from django.template.loader import render_to_string

from cms.appearance.showcase import SampleForm


def _form() -> SampleForm:
    return SampleForm({"order_date": "25.09.2023", "until": "31.02.2024", "school": "Ракитинская школа"})


def test_error_and_hint_are_tied_to_their_field() -> None:
    page = render_to_string("components/field.html", {"field": _form()["until"]})
    field = re.search(r"<input[^>]*>", page)
    assert field
    assert 'aria-invalid="true"' in field[0]
    described = re.search(r'aria-describedby="([^"]+)"', field[0])
    assert described
    for described_by in described[1].split():
        assert f'id="{described_by}"' in page


def test_summary_leads_to_the_field() -> None:
    page = render_to_string("components/error_summary.html", {"form": _form()})
    assert 'href="#id_until"' in page
    assert "В феврале нет 31-го числа" in page
    assert 'role="alert"' in page


def test_form_without_errors_has_no_summary() -> None:
    assert "alert" not in render_to_string("components/error_summary.html", {"form": SampleForm()})
