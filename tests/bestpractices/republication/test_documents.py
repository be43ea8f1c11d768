"""What travels is whole, clean and recognisably the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bestpractices.republication.documents import Section, TableBlock, TextBlock, VoicesBlock
from bestpractices.republication.documents.cleaning import clean
from bestpractices.republication.documents.document import InvalidDocument, unpacked
from tests.bestpractices.republication.documents import document, section

SCRIPTS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">да</a>',
    "<svg><script>alert(1)</script></svg>",
    '<iframe src="https://elsewhere.example"></iframe>',
    '<p style="background:url(https://elsewhere.example)">да</p>',
    '<a href="data:text/html,<script>alert(1)</script>">да</a>',
    "<style>@import 'https://elsewhere.example'</style>",
    '<form action="https://elsewhere.example"><input></form>',
    "<math><mtext><script>alert(1)</script></mtext></math>",
]


@pytest.mark.parametrize("html", SCRIPTS)
def test_nothing_that_acts_or_calls_elsewhere_comes_in(html: str) -> None:
    arrived = TextBlock(html=f"<p>Слова</p>{html}").html
    assert "<p>Слова</p>" in arrived
    for forbidden in (
        "script",
        "onerror",
        "iframe",
        "style",
        "javascript:",
        "data:",
        "elsewhere",
        "<input",
        "alert(1)",
    ):
        assert forbidden not in arrived


def test_both_answers_of_a_duet_are_cleaned() -> None:
    block = VoicesBlock(question="Зачем?", mentor=SCRIPTS[0] + "<p>Так</p>", mentee=SCRIPTS[1])
    assert (block.mentor, block.mentee) == ("<p>Так</p>", "")


@given(st.text())
def test_a_cleaned_text_is_not_changed_by_cleaning_it_again(html: str) -> None:
    assert clean(clean(html)) == clean(html)


def test_a_page_comes_out_of_storage_as_it_went_in() -> None:
    sent = document(
        section("aim"), Section(key="plan", title="План", blocks=(TableBlock(head=("а",), rows=(("б",),)),))
    )
    assert unpacked(sent.packed()) == sent


def test_the_hash_says_whether_a_reader_reads_the_same() -> None:
    first = document()
    assert document().sha256 == first.sha256
    assert document(hops=()).sha256 == first.sha256
    assert document(section("aim", "Другие слова")).sha256 != first.sha256


@pytest.mark.parametrize(
    "spoilt",
    [
        {"title": ""},
        {"version": 2},
        {"surprise": 1},
        {"sections": [{"key": "Ключ", "title": "", "blocks": []}]},
        {"sections": [{"key": "a", "title": "", "blocks": [{"kind": "script", "html": ""}]}]},
        {"source": {"id": "не номер", "url": ""}},
        {"published_on": "вчера"},
    ],
)
def test_what_is_not_in_the_schema_is_refused(spoilt: dict[str, object]) -> None:
    with pytest.raises(InvalidDocument):
        unpacked({**document().packed(), **spoilt})


def test_something_that_is_no_document_at_all_is_refused() -> None:
    for value in (None, [], "", 7, {"version": 1}):
        with pytest.raises(InvalidDocument):
            unpacked(value)
