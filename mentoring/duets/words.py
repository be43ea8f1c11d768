"""The words of an interview as they were approved: a snapshot that the page keeps, and the mark of each one's share."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from mentoring.duets.enums import Voice
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion

Words = dict[str, Any]


def words_of(project: DuetProject) -> Words:
    """Everything that will stand on the page in somebody's name; read ``project`` with ``for_words``."""
    voices = {speaker.pk: speaker.voice for speaker in project.speakers.all()}
    return {
        "speakers": {
            speaker.voice: {"name": speaker.name, "about": speaker.about} for speaker in project.speakers.all()
        },
        "questions": [_question(question, voices) for question in project.questions.all()],
    }


def share_hash(words: Words, voice: Voice) -> str:
    """A mark of exactly those words that stand in one person's name; one changed letter gives another mark.

    It covers the name and the line below it, every question as it was put, the own answers and the own quotations.
    """
    speaker = words.get("speakers", {}).get(voice, {})
    share = [speaker.get("name", ""), speaker.get("about", "")]
    for question in words.get("questions", []):
        answer = question["answers"].get(voice, {})
        quote = question["quote"]["text"] if question["quote"]["voice"] == voice else ""
        share.append([question["text"], answer.get("text", ""), bool(answer.get("is_silent")), quote])
    return hashlib.sha256(json.dumps(share, ensure_ascii=False).encode()).hexdigest()


def gaps(words: Words) -> list[tuple[str, Voice]]:
    """Questions that one of the two neither answered nor left unanswered on purpose (S4-15)."""
    return [
        (question["text"], voice)
        for question in words["questions"]
        for voice in Voice
        if not _is_said(question["answers"].get(voice, {}))
    ]


def loose_quotes(words: Words) -> list[str]:
    """Pull-quotes that do not stand word for word in the answer they are taken from."""
    return [
        question["quote"]["text"]
        for question in words["questions"]
        if question["quote"]["text"] and question["quote"]["text"] not in _answer(question, question["quote"]["voice"])
    ]


def _is_said(answer: dict[str, Any]) -> bool:
    return bool(answer.get("is_silent") or answer.get("text", "").strip())


def _answer(question: dict[str, Any], voice: str) -> str:
    return str(question["answers"].get(voice, {}).get("text", ""))


def _question(question: ProjectQuestion, voices: dict[int, str]) -> dict[str, Any]:
    answers: list[Answer] = list(question.answers.all())
    return {
        "text": question.text,
        "optics": question.optics,
        "answers": {
            voices[answer.speaker_id]: {"text": answer.text, "is_silent": answer.is_silent}
            for answer in sorted(answers, key=lambda answer: answer.speaker_id)
            if answer.speaker_id in voices
        },
        "quote": {"voice": question.quote_voice, "text": question.quote},
    }
