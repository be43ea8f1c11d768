"""The cases' own tools."""

from tests.cases.conftest import Asking


def test_the_page_and_the_api_agree_on_a_misspelt_subject(asking: Asking) -> None:
    assert asking.mentors("математека")["total"] == asking.mentors("математика")["total"] > 0
    assert "математика" in asking.page("математека")
