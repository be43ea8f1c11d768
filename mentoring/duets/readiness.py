"""What keeps an interview from visitors, each reason in a sentence; asked before every publication and every visit."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from cms.wording import sentence
from mentoring.consents.enums import Purpose
from mentoring.consents.models import MentorConsent
from mentoring.duets.agreement import has_consent
from mentoring.duets.enums import APPROVED_STATES, Optics, Voice
from mentoring.duets.models import DuetProject
from mentoring.duets.words import Words, gaps, loose_quotes, share_hash


def reasons_held(words: Words, project: DuetProject | None, on: date) -> list[str]:
    """Everything that is missing for exactly these words to be public on a day; empty means nothing is."""
    if project is None:
        return [_("Страница не собрана из дуэта месяца: никто не утверждал её слов.")]
    return [*words_missing(words, project), *consents_missing(project, on)]


def words_missing(words: Words, project: DuetProject) -> list[str]:
    """What is missing of the approvals and of the words themselves; costs no query where ``speakers`` are read."""
    return [*_not_approved(words, project), *unfinished(words)]


def _not_approved(words: Words, project: DuetProject) -> list[str]:
    found = []
    if project.state not in APPROVED_STATES:
        found.append(_("Дуэт в состоянии «%(state)s».") % {"state": project.get_state_display()})
    for voice in Voice:
        speaker = project.by_voice.get(voice)
        if speaker is None:
            found.append(_("Нет участника: %(voice)s.") % {"voice": voice.label})
        elif speaker.approved_at is None or speaker.approved_hash != share_hash(words, voice):
            found.append(sentence(_("Этих слов ещё не утверждает %(name)s") % {"name": speaker.name}))
    return found


def unfinished(words: Words) -> list[str]:
    """What the editor has not done yet: unanswered questions, missing marks, quotations that nobody said."""
    names = {voice: words["speakers"].get(voice, {}).get("name", "") for voice in Voice} if words else {}
    if not words or not words.get("questions"):
        return [_("В дуэте нет вопросов.")]
    found = [
        _("Вопрос «%(question)s»: %(name)s не отвечает, и молчание не отмечено.")
        % {"question": question, "name": names[voice]}
        for question, voice in gaps(words)
    ]
    found += [_("Цитаты «%(quote)s» нет в ответе слово в слово.") % {"quote": quote} for quote in loose_quotes(words)]
    unmarked = [question["text"] for question in words["questions"] if question["optics"] not in Optics.values]
    found += [_("Вопрос «%(question)s»: не отмечено, как видят двое.") % {"question": text} for text in unmarked]
    return found


def consents_missing(project: DuetProject, on: date) -> list[str]:
    """Who of the two has not agreed to publication, or must not be published at all."""
    if project.pair is None or project.mentee is None:
        return [_("Дуэт не связан с парой: согласие проверить нельзя.")]
    found = bars(project, on)
    if not has_consent(project, Voice.MENTOR, on):
        found.append(_("Нет действующего согласия наставника на публикацию этого интервью."))
    if not has_consent(project, Voice.MENTEE, on):
        found.append(_("Нет действующего согласия наставляемого на публикацию этого интервью."))
    return found


def bars(project: DuetProject, on: date) -> list[str]:
    """What no consent to an interview mends: a minor, a mentor whose data may not be kept."""
    if project.pair is None or project.mentee is None:
        return []
    mentor, found = project.pair.mentor, []
    if mentor.is_minor or project.mentee.is_minor:
        found.append(_("Участнику нет 18 лет: такое интервью не публикуют."))
    if not MentorConsent.objects.valid(on).for_purpose(Purpose.PROCESSING).filter(mentor=mentor).exists():
        found.append(_("Нет действующего согласия наставника на обработку персональных данных."))
    return found
