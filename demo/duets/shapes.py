"""What a conversation of the demo is made of; ``{mentor}`` and ``{mentee}`` stand for how a colleague calls them."""

from dataclasses import dataclass

from demo.homes import SCHOOL, Home


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what both said; no words are a silence, a quote starts with «m:» or «n:» for whose it is."""

    text: str
    optics: str
    mentor: str
    mentee: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A duet: how many months ago, where, about which subject, who the mentee is, and what was said.

    ``home`` tells in what organisation both work, ``post`` what the mentor's post must say;
    ``surname`` names a mentor of the cast; ``women`` tells the grammar of the voices (mentor, mentee).
    """

    months_ago: int
    place: str
    subject: str
    women: tuple[bool, bool]
    mentee: str
    mentee_about: str
    title: str
    lead: str
    drawings: tuple[str, str]
    questions: tuple[Asked, ...]
    surname: str = ""
    home: Home = SCHOOL
    post: str = ""
