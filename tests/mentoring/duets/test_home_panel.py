"""The duet of the month on a home: both are heard, in quotations or in how their answers begin."""

from types import SimpleNamespace

from mentoring.duets.enums import Voice
from mentoring.duets.home_panel import LONGEST, _voices
from mentoring.duets.presenters import AnswerView, QuestionView


def view(*questions):
    people = {name: SimpleNamespace(short_name=name) for name in ("mentor", "mentee")}
    return SimpleNamespace(questions=questions, **people)


def question(mentor, mentee, quote="", quote_voice=""):
    said = [AnswerView((text,) if text else ()) for text in (mentor, mentee)]
    return QuestionView("Вопрос", "", *said, quote=quote, quote_voice=quote_voice)


def test_the_other_one_is_heard_on_the_question_that_was_quoted():
    first = question("О первом", "И я о первом")
    quoted = question("Об уроке", "Об ошибке, долго", quote="Об ошибке", quote_voice="mentee")
    heard = {words.voice: words.text for words in _voices(view(first, quoted))}
    assert heard == {Voice.MENTOR: "Об уроке", Voice.MENTEE: "Об ошибке"}


def test_a_long_beginning_is_cut_and_a_silent_one_left_out():
    (only,) = _voices(view(question("слово " * 60, "")))
    assert only.voice == Voice.MENTOR
    assert len(only.text) <= LONGEST
    assert only.text.endswith("…")
