"""Duets of Ключевской район that are still on their way: edited, written, asked, or only thought of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from cms.territories.models import Municipality
from mentoring.duets import naming
from mentoring.duets.enums import ProjectState, Voice
from mentoring.duets.first_questions import FIRST_QUESTIONS
from mentoring.duets.models import Answer, DuetProject, ProjectQuestion, Speaker
from mentoring.duets.months import first_of_month, shifted
from mentoring.pairs.models import Pair

PLACE = "klyuchevskoy"
#: Months from now, state, how many questions each of the two has answered so far.
_ROWS = (
    (1, ProjectState.EDITING, (5, 5)),
    (2, ProjectState.ANSWERING, (5, 2)),
    (3, ProjectState.INVITED, (0, 0)),
    (4, ProjectState.IDEA, (0, 0)),
)
_SAID = (
    ("Мы встретились у расписания: обоим поставили урок в один кабинет.", "В учительской, у чайника."),
    ("Двадцать минут спокойной работы. Я и не знала, что так бывает.", "Как держат паузу и не извиняются за неё."),
    ("Остановиться вовремя, когда хочется объяснить ещё раз.", "Первая четвёртая четверть. Все устали, и я тоже."),
    ("Смеяться над своими опечатками прямо у доски.", "Готовить не урок, а вопрос. Урок потом собирается сам."),
    ("Приходите с вопросом, а не с отчётом.", "Попросите ключ от кабинета в первый же день."),
)
_ASKED = (0, 4, 6, 9, 14)


def load_unfinished(today: date, used: set[int]) -> None:
    """Create the projects of the coming months, run by the demo's editor."""
    from demo.duets.loading import working_pair

    editor = get_user_model()._default_manager.filter(username="editor").first()
    for ahead, state, given in _ROWS:
        pair = None if state == ProjectState.IDEA else working_pair(PLACE, "", True, used)
        if pair is not None:
            used.add(pair.mentor_id)
        project = DuetProject.objects.create(
            municipality=Municipality.objects.get(code=PLACE),
            month=shifted(first_of_month(today), ahead),
            mentee=pair.mentees.order_by("sort_order", "pk").first() if pair else None,
            responsible=editor,
            due_on=None if pair is None else today + timedelta(days=4 + 3 * ahead),
            state=state,
        )
        questions = [
            ProjectQuestion.objects.create(project=project, order=order, text=FIRST_QUESTIONS[place][1])
            for order, place in enumerate(_ASKED, start=1)
        ]
        if pair is not None:
            _speak(project, pair, questions, given)


def _speak(project: DuetProject, pair: Pair, questions: Sequence[ProjectQuestion], given: tuple[int, int]) -> None:
    now, mentee = timezone.now(), project.mentee
    names = (naming.given_first(pair.mentor.full_name), naming.given_first(mentee.full_name if mentee else ""))
    for number, voice in enumerate(Voice):
        has_sent = project.state == ProjectState.EDITING or given[number] == len(questions)
        speaker = Speaker.objects.create(
            project=project,
            voice=voice,
            name=names[number] if number == 0 else naming.short_name(names[number]),
            about=pair.mentor.position if number == 0 else pair.organisation.short_name,
            agreed_at=None if project.state == ProjectState.INVITED else now,
            sent_at=now if has_sent else None,
        )
        Answer.objects.bulk_create(
            Answer(
                question=question,
                speaker=speaker,
                draft=_SAID[place][number],
                sent=_SAID[place][number] if has_sent else "",
                text=_SAID[place][number] if has_sent else "",
            )
            for place, question in enumerate(questions[: given[number]])
        )
