"""The interview on paper, and as the text of a letter to subscribers."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from cms.papers.words import Facts, Heading, Link, Paper, Paragraph, Part, Strong, TwoVoices
from cms.papers.words import Voice as Said
from mentoring.duets.presenters import AnswerView, InterviewView, SpeakerView


def interview_paper(interview: InterviewView) -> Paper:
    """The conversation as a paper, two voices side by side."""
    parts: list[Part] = []
    if interview.lead:
        parts.append(Paragraph(interview.lead))
    parts.append(
        Facts([(_("Наставник"), _who(interview.mentor)), (_("Наставляемый"), _who(interview.mentee))]),
    )
    for question in interview.questions:
        parts.append(Heading(question.text))
        if question.optics_words:
            parts.append(Paragraph([Strong(question.optics_words)]))
        parts.append(TwoVoices(_said(interview.mentor, question.mentor), _said(interview.mentee, question.mentee)))
    if interview.approved_on:
        parts.append(Paragraph(_("Слова утверждены обоими, %(day)s.") % {"day": f"{interview.approved_on:%d.%m.%Y}"}))
    if interview.absolute_url:
        parts.append(Paragraph([Link(_("Разговор на сайте"), interview.absolute_url)]))
    return Paper(
        title=interview.title,
        subtitle=_("Дуэт %(month)s") % {"month": interview.month_genitive},
        bank=_("Педагогический дуэт"),
        parts=tuple(parts),
    )


def newsletter(interview: InterviewView) -> str:
    """Plain text for a mailing: what the conversation is about, three quotations at most, and the address."""
    return render_to_string("mentoring/duets/newsletter.txt", {"interview": interview, "quotes": _quotes(interview)})


def _quotes(interview: InterviewView) -> list[tuple[str, str]]:
    names = {"mentor": interview.mentor.short_name, "mentee": interview.mentee.short_name}
    return [(q.quote, names[q.quote_voice]) for q in interview.questions if q.quote and q.quote_voice in names][:3]


def _who(speaker: SpeakerView) -> str:
    return f"{speaker.name}. {speaker.about}" if speaker.about else speaker.name


def _said(speaker: SpeakerView, answer: AnswerView) -> Said:
    return Said(speaker.short_name, "\n\n".join(answer.paragraphs), answer.silence)
