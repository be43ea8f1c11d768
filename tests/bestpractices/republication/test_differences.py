"""An editor sees what changed, part by part."""

from hypothesis import given
from hypothesis import strategies as st

from bestpractices.republication.documents.differences import Change, differences, word_runs
from tests.bestpractices.republication.documents import document, section


def test_only_what_changed_is_listed() -> None:
    old = document(section("aim"), section("steps", "Гость молчит."), section("risks"))
    new = document(section("aim"), section("steps", "Гость молчит и пишет."), section("result"))
    found = [(part.key, part.change) for part in differences(old, new)]
    assert found == [("steps", Change.REWORDED), ("result", Change.ADDED), ("risks", Change.REMOVED)]


def test_the_changed_words_are_marked() -> None:
    (part,) = differences(document(section("steps", "Гость молчит.")), document(section("steps", "Гость пишет.")))
    marked = {run.side: run.words for run in part.runs if run.side != "same"}
    assert marked == {"old": "молчит.", "new": "пишет."}


def test_the_same_page_has_no_differences() -> None:
    assert differences(document(), document()) == ()


@given(st.text(alphabet="аб \n", max_size=60), st.text(alphabet="аб \n", max_size=60))
def test_both_texts_can_be_read_off_the_runs(old: str, new: str) -> None:
    runs = list(word_runs(old, new))
    assert " ".join(run.words for run in runs if run.side != "new").split() == old.split()
    assert " ".join(run.words for run in runs if run.side != "old").split() == new.split()
