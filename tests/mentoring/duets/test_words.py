"""Names, silences, months, pictures and wheels: the small parts from which a duet is made."""

from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from demo.duets.loading import CONVERSATIONS
from mentoring.duets import naming
from mentoring.duets.cards import SIZE, card
from mentoring.duets.enums import ROAD, TRANSITIONS, Drawing, Optics, ProjectState, Voice
from mentoring.duets.months import month_genitive, month_words, months_of_year, school_year, shifted, year_words
from mentoring.duets.portraits import Portrait, drawn
from mentoring.duets.presenters import InterviewView, SpeakerView
from mentoring.duets.wheel import wheel
from mentoring.duets.words import gaps, loose_quotes, share_hash


def words(mentor="Да.", mentee="Нет.", quote="", silent=False):
    answers = {"mentor": {"text": mentor, "is_silent": False}, "mentee": {"text": mentee, "is_silent": silent}}
    question = {"text": "Почему?", "optics": "differ", "answers": answers, "quote": {"voice": "mentee", "text": quote}}
    speakers = {"mentor": {"name": "Вера", "about": ""}, "mentee": {"name": "Илья", "about": ""}}
    return {"speakers": speakers, "questions": [question]}


def test_a_share_is_marked_by_its_own_words_alone():
    before, after = words(), words(mentee="Нет!")
    assert share_hash(before, Voice.MENTOR) == share_hash(after, Voice.MENTOR)
    assert share_hash(before, Voice.MENTEE) != share_hash(after, Voice.MENTEE)
    assert share_hash(words(quote="Нет."), Voice.MENTEE) != share_hash(before, Voice.MENTEE)


def test_a_gap_is_neither_an_answer_nor_a_silence():
    assert gaps(words(mentee=" ")) == [("Почему?", Voice.MENTEE)]
    assert gaps(words(mentee="", silent=True)) == []


def test_a_quote_stands_word_for_word_in_the_answer():
    assert loose_quotes(words(quote="Нет")) == []
    assert loose_quotes(words(quote="Никогда")) == ["Никогда"]


@pytest.mark.parametrize(
    ("name", "silence"),
    [
        ("Вера Аркадьевна Лосева", "Вера Аркадьевна решила не отвечать на этот вопрос."),
        ("Пётр Ильич Ивлев", "Пётр Ильич решил не отвечать на этот вопрос."),
        ("Илья Тарасов", "Илья оставляет этот вопрос без ответа."),
    ],
)
def test_a_silence_is_said_in_the_right_gender_or_without(name, silence):
    assert naming.silence_words(name) == silence


def test_names_turn_round_and_shrink():
    assert naming.given_first("Лосева Вера Аркадьевна") == "Вера Аркадьевна Лосева"
    assert naming.short_name("Вера Аркадьевна Лосева") == "Вера Лосева"


def test_a_school_year_begins_in_september():
    months = months_of_year(2026)
    assert (months[0], months[-1]) == (date(2026, 9, 1), date(2027, 8, 1))
    assert (school_year(date(2026, 8, 31)), school_year(date(2026, 9, 1))) == (2025, 2026)
    assert shifted(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert (year_words(2026), month_words(months[2]), month_genitive(months[2])) == (
        "2026/27",
        "ноябрь 2026",
        "ноября 2026",
    )


def test_every_state_can_be_left_and_the_road_is_walked_in_order():
    assert all(TRANSITIONS[state] for state in ProjectState)
    assert all(after in TRANSITIONS[before] for before, after in pairwise(ROAD))


@pytest.mark.parametrize("drawing", Drawing.values)
@pytest.mark.parametrize("voice", list(Voice))
def test_every_portrait_can_be_drawn(drawing, voice):
    assert drawn("Вера Лосева", voice, drawing).startswith("<svg") or "<svg" in drawn("Вера Лосева", voice, drawing)


def view(title="Урок, который мы переписали дважды", mentee="Илья Тарасов"):
    mentor = SpeakerView(Voice.MENTOR, "Вера Аркадьевна Лосева", "", Portrait())
    return InterviewView(
        title, "", date(2026, 11, 1), mentor, SpeakerView(Voice.MENTEE, mentee, "", Portrait()), (), Portrait(), None, 9
    )


@pytest.mark.parametrize("title", ["А", "Очень " * 30, "Превысокомногорассмотрительствующий" * 3])
def test_the_picture_has_the_size_that_networks_want(title):
    picture = Image.open(BytesIO(card(view(title, "Константин Константинопольский-Задунайский"))))
    assert (picture.size, picture.format) == (SIZE, "PNG")
    assert card(view()) == card(view())


def test_the_wheel_has_twelve_months_in_words_and_in_drawing():
    turned = wheel(2026, None, [], date(2026, 11, 22))
    assert len(turned.spokes) == 12
    assert [spoke.kind for spoke in turned.spokes[:4]] == ["missed", "missed", "empty", "empty"]
    assert turned.spokes[2].words == "ноябрь 2026: пусто"
    assert len({(round(spoke.x), round(spoke.y)) for spoke in turned.spokes}) == 12


def test_the_conversations_of_the_demo_are_whole_and_different():
    assert len(CONVERSATIONS) == 12
    assert len({one.months_ago for one in CONVERSATIONS}) == 12
    said = [text for one in CONVERSATIONS for asked in one.questions for text in (asked.mentor, asked.mentee) if text]
    assert len(said) == len(set(said))
    for one in CONVERSATIONS:
        assert len(one.questions) >= 5
        for asked in one.questions:
            assert asked.optics in Optics.values
            voice, _colon, quote = asked.quote.partition(":")
            assert quote in {"m": asked.mentor, "n": asked.mentee, "": ""}[voice].replace("\n", " ")
