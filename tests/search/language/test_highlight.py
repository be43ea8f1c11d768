"""What was found is marked in the text, and nothing in the text can become a tag."""

from hypothesis import given
from hypothesis import strategies as st

from search.language.highlight import mark, segments
from search.language.reading import read
from search.language.synonyms import Synonyms


def test_word_forms_names_and_synonyms_are_marked() -> None:
    matched = read("изо ивановой", Synonyms([("изо", "изобразительное искусство")])).matched
    assert mark("Иванов ведёт ИЗО, изобразительного искусства уроки", matched) == (
        "<mark>Иванов</mark> ведёт <mark>ИЗО</mark>, <mark>изобразительного</mark> <mark>искусства</mark> уроки"
    )


def test_html_in_the_text_stays_text() -> None:
    matched = read("script", Synonyms()).matched
    assert mark("<script>x</script>", matched) == "&lt;<mark>script</mark>&gt;x&lt;/<mark>script</mark>&gt;"


def test_without_a_query_the_text_is_only_escaped() -> None:
    assert mark("a < b", read("", Synonyms()).matched) == "a &lt; b"


@given(st.text(max_size=80))
def test_the_segments_joined_are_the_text(text: str) -> None:
    matched = read("физика", Synonyms()).matched
    assert "".join(segment.text for segment in segments(text, matched)) == text
