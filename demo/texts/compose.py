"""One to four sentences in the first person, drawn so that neighbours in a list do not look alike."""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from demo.dice import Decks, weighted
from demo.texts import frames
from demo.texts.childhood import CHILDHOOD
from demo.texts.closers import AFTER_SCHOOL, BOTH, BY_AUDIENCE, DISTANCE, IN_PERSON
from demo.texts.directions import DIRECTIONS
from demo.texts.fragments import Topic
from demo.texts.humanities import HUMANITIES
from demo.texts.others import BY_PERSON
from demo.texts.sciences import SCIENCES

SUBJECTS: dict[str, Topic] = HUMANITIES | SCIENCES | CHILDHOOD
#: Fields whose phrases name troubles and papers rather than lessons: «осваивать» and «вести» do not fit them.
NOT_LESSONS = frozenset({"psychology", "special-needs", "speech-therapy", "preschool", "supplementary", "vocational"})
#: Fields that have no classes of a school behind them.
_NO_GRADES = NOT_LESSONS | {"primary"}
#: Words of a school, which people of a kindergarten do not say.
_SCHOOL_WORDS = re.compile(
    "урок|класс|учит|учен|школ|журнал|тетрад|доск|отмет|двойк|олимпиад|призёр|директор|предмет|лишними|оцен|ОГЭ|онлайн-тест|проверк|кабинет|тайминг|гипотез",
    re.IGNORECASE,
)
#: Letters that show two words to be of one root.
_STEM = 5
_FORMS = re.compile(r"\{([^/{}]*)/([^/{}]*)\}")
_LENGTHS = ((1, 12), (2, 38), (3, 35), (4, 15))


def agreed(text: str, is_female: bool) -> str:
    """The text with each ``{masculine/feminine}`` pair replaced by the right form."""
    return _FORMS.sub(lambda match: match[2 if is_female else 1], text)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: everything of a mentor that the text agrees with."""

    who: str
    is_female: bool
    subjects: tuple[str, ...]
    directions: tuple[str, ...]
    audiences: tuple[str, ...]
    in_person: bool
    distance: bool
    in_kindergarten: bool


class Composer:
    """Writes the texts of the whole region; keeps the decks, so texts of one subject differ as long as they can."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._decks: Decks[str] = Decks(rng)
        self._last_openers: dict[str, str] = {}

    def about(self, speaker: Speaker) -> str:
        """The speaker's own words."""
        count = weighted(self._rng, _LENGTHS)
        write = self._of_person if speaker.who in BY_PERSON else self._of_teacher
        sentences = write(speaker, count)
        return agreed(" ".join(sentences), speaker.is_female)

    def _draw(self, speaker: Speaker, key: tuple[str, ...], cards: Iterable[str]) -> str:
        """A card that fits the speaker; kindergartens have decks of their own, without the school's words."""
        fitting = [card for card in cards if not (speaker.in_kindergarten and _SCHOOL_WORDS.search(card))]
        return self._decks.draw((*key, speaker.in_kindergarten), fitting)

    def _of_person(self, speaker: Speaker, count: int) -> list[str]:
        own = BY_PERSON[speaker.who]
        sentences = [self._draw(speaker, (speaker.who,), own) for _ in range(min(count, 2))]
        if count > 2:
            sentences.append(self._meeting(speaker, speaker.who))
        return list(dict.fromkeys(sentences))

    def _of_teacher(self, speaker: Speaker, count: int) -> list[str]:
        subject = speaker.subjects[0]
        sentences = [self._new_opener(speaker, subject)]
        middles = [self._direction, self._attitude]
        if subject not in _NO_GRADES:
            middles.append(self._grades)
        self._rng.shuffle(middles)
        sentences += [write(speaker, subject) for write in middles[: max(0, count - 2)]]
        if count > 1:
            sentences.append(self._closer(speaker, subject))
        return list(dict.fromkeys(sentences))

    def _new_opener(self, speaker: Speaker, subject: str) -> str:
        """An opener unlike that of the one before in this subject: a new deck may begin as the old one ended."""
        opener = self._opener(speaker, subject)
        if opener == self._last_openers.get(subject):
            opener = self._opener(speaker, subject)
        self._last_openers[subject] = opener
        return opener

    def _opener(self, speaker: Speaker, subject: str) -> str:
        topic = SUBJECTS[subject]
        if self._rng.random() < 0.25:
            return self._decks.draw(("own", subject), topic.sentences)
        teach = subject not in NOT_LESSONS
        one = frames.ABOUT_ONE + (frames.TEACH_ONE if teach else ())
        two = frames.ABOUT_TWO + (frames.TEACH_TWO if teach else ())
        return self._framed(speaker, ("frame", subject), one + two, ("phrase", subject), topic.phrases)

    def _framed(
        self,
        speaker: Speaker,
        key: tuple[str, ...],
        choice: Iterable[str],
        phrase_key: tuple[str, ...],
        phrases: Iterable[str],
    ) -> str:
        frame = self._draw(speaker, key, choice)
        first = self._phrase(phrase_key, phrases, frame)
        second = self._phrase(phrase_key, phrases, frame + first) if "{y}" in frame else ""
        return frame.replace("{x}", first).replace("{y}", second)

    def _phrase(self, key: tuple[str, ...], phrases: Iterable[str], context: str) -> str:
        """A phrase that repeats no word of what stands around it: nobody says «обсудить обсуждение»."""
        cards = tuple(phrases)
        stems = {word[:_STEM] for word in context.lower().split() if len(word) > _STEM}
        for _ in cards * 2:
            phrase = self._decks.draw(key, cards)
            if not any(word[:_STEM] in stems for word in phrase.lower().split()):
                break
        return phrase

    def _direction(self, speaker: Speaker, subject: str) -> str:
        code = self._rng.choice(speaker.directions)
        topic = DIRECTIONS[code]
        fits = [phrase for phrase in topic.phrases if not (speaker.in_kindergarten and _SCHOOL_WORDS.search(phrase))]
        if self._rng.random() < 0.5 or len(fits) < 2:
            own = [line for line in topic.sentences if not (speaker.in_kindergarten and _SCHOOL_WORDS.search(line))]
            return self._draw(speaker, ("direction", code, subject), own or frames.ATTITUDE)
        phrase_key = ("phrase", code, subject, str(speaker.in_kindergarten))
        # The opener's frames are never in this deck: one text does not begin two sentences alike.
        return self._framed(speaker, ("direction frame", subject), frames.DIRECTION, phrase_key, fits)

    def _attitude(self, speaker: Speaker, subject: str) -> str:
        return self._draw(speaker, ("self", subject), frames.ATTITUDE)

    def _grades(self, speaker: Speaker, subject: str) -> str:
        return self._draw(speaker, ("grades", subject), frames.GRADES)

    def _closer(self, speaker: Speaker, subject: str) -> str:
        draw = self._rng.random()
        if draw < 0.42 and speaker.audiences:
            audience = self._rng.choice(speaker.audiences)
            return self._draw(speaker, ("audience", audience, subject), BY_AUDIENCE[audience])
        if draw < 0.8:
            return self._meeting(speaker, subject)
        return self._direction(speaker, subject)

    def _meeting(self, speaker: Speaker, key: str) -> str:
        in_person = IN_PERSON if speaker.who in ("teacher", "head") else AFTER_SCHOOL
        if speaker.in_person and speaker.distance:
            return self._draw(speaker, ("both", key), BOTH + in_person[:4] + DISTANCE[:4])
        if speaker.distance:
            return self._draw(speaker, ("distance", key), DISTANCE)
        return self._draw(speaker, ("in person", key), in_person)
