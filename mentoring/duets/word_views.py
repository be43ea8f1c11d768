"""The two pages on which the editor works longest: the questions, and the words side by side."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.actions import Action
from cms.wording import sentence
from mentoring.duets.action_views import DuetActionView
from mentoring.duets.actions.answering import Written
from mentoring.duets.actions.editing import EditedQuestion, EditedWords, SaveWords
from mentoring.duets.actions.preparing import MOST, ChooseQuestions, Chosen
from mentoring.duets.desk import optics_hint
from mentoring.duets.enums import APPROVED_STATES, WORDING_STATES, Optics, Theme, Voice
from mentoring.duets.forms import JustDo
from mentoring.duets.models import LONGEST_ANSWER, ProjectQuestion
from mentoring.duets.question_bank import BankQuestion


class QuestionsView(DuetActionView):
    """Chooses the questions from the bank, writes own ones, puts them in order by numbers."""

    template_name = "mentoring/duets/admin/questions.html"
    form_class = JustDo
    title = gettext_lazy("Вопросы дуэта")
    button = gettext_lazy("Сохранить вопросы")
    done = gettext_lazy("Вопросы сохранены.")

    def action(self, data: dict[str, Any]) -> Action:
        return ChooseQuestions(self.thing, self.request.user, chosen_questions(self.request))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = list(self.thing.questions.all())
        texts = {question.text for question in own}
        offered = [question for question in BankQuestion.objects.offered() if question.text not in texts]
        order = {theme: number for number, theme in enumerate(Theme)}
        offered.sort(key=lambda question: (order[Theme(question.theme)], question.order, question.pk))
        themes = [
            (Theme(theme).label, list(found)) for theme, found in groupby(offered, key=lambda question: question.theme)
        ]
        blank = range(len(own) + 1, min(len(own) + 4, MOST + 1))
        return super().get_context_data(own=own, themes=themes, blank=blank, **kwargs)


def chosen_questions(request: HttpRequest) -> list[Chosen]:
    """What the form holds: numbered rows in their order, then the ticked entries of the bank."""
    rows: list[tuple[int, int, Chosen]] = []
    for key in (name for name in request.POST if name.startswith("text-")):
        number = request.POST.get(f"order-{key[5:]}", "")
        source = request.POST.get(f"source-{key[5:]}", "")
        place = int(number) if number.isdecimal() and len(number) < 4 else MOST + 1
        rows.append((place, len(rows), Chosen(request.POST[key][:240], int(source) if source.isdecimal() else None)))
    ticked = [value for value in request.POST.getlist("bank") if value.isdecimal() and len(value) < 10]
    bank = BankQuestion.objects.offered().in_bulk([int(value) for value in ticked])
    known = set(BankQuestion.objects.values_list("pk", flat=True))
    own = [row if row.source_id in known else Chosen(row.text) for _place, _number, row in sorted(rows, key=_place_of)]
    return [*own, *(Chosen(question.text, question.pk) for question in bank.values())]


def _place_of(row: tuple[int, int, Chosen]) -> tuple[int, int]:
    return row[0], row[1]


class WordsView(DuetActionView):
    """Both answers to every question side by side, with the mark of the double optics and the quotation."""

    template_name = "mentoring/duets/admin/words.html"
    form_class = JustDo
    title = gettext_lazy("Слова разговора")
    button = gettext_lazy("Сохранить слова")
    done = gettext_lazy("Слова сохранены.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.thing.state not in WORDING_STATES:
            messages.warning(request, _("Слова откроются, когда ответы пришлют оба."))
            return redirect(reverse("duet_desk", args=[self.thing.pk]))
        return super().dispatch(request, *args, **kwargs)

    def action(self, data: dict[str, Any]) -> Action:
        self.saving = SaveWords(self.thing, self.request.user, edited_words(self.request, self._questions()))
        return self.saving

    def form_valid(self, form: forms.Form) -> HttpResponse:
        response = super().form_valid(form)
        for voice in getattr(self, "saving").withdrawn:  # noqa: B009 – set by ``action``
            name = self.thing.by_voice[voice].name
            messages.warning(
                self.request, sentence(_("Слова изменились, утверждение снято: %(name)s") % {"name": name})
            )
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        voices = {speaker.pk: speaker.voice for speaker in self.thing.speakers.all()}
        rows = [_row(question, voices) for question in self._questions()]
        context = {
            "rows": rows,
            "speakers": [self.thing.by_voice[voice] for voice in Voice if voice in self.thing.by_voice],
            "optics": Optics.choices,
            "voices": Voice.choices,
            "longest": LONGEST_ANSWER,
            "is_approved": self.thing.state in APPROVED_STATES,
        }
        return super().get_context_data(**context, **kwargs)

    def _questions(self) -> list[ProjectQuestion]:
        return list(self.thing.questions.select_related("source").prefetch_related("answers"))


def edited_words(request: HttpRequest, questions: list[ProjectQuestion]) -> EditedWords:
    """What the form holds about the questions of this project; unknown fields are passed over."""
    post = request.POST
    edited = {
        question.pk: EditedQuestion(
            text=post.get(f"text-{question.pk}", question.text)[:240],
            optics=_one_of(Optics, post.get(f"optics-{question.pk}", "")),
            answers={
                voice: Written(
                    post.get(f"{voice}-{question.pk}", "")[:LONGEST_ANSWER], f"{voice}-silent-{question.pk}" in post
                )
                for voice in Voice
                if f"{voice}-{question.pk}" in post
            },
            quote_voice=_one_of(Voice, post.get(f"quote-voice-{question.pk}", "")),
            quote=post.get(f"quote-{question.pk}", "")[:240],
        )
        for question in questions
        if f"text-{question.pk}" in post
    }
    people = {
        voice: (post[f"{voice}-name"][:160], post.get(f"{voice}-about", "")[:240])
        for voice in Voice
        if post.get(f"{voice}-name", "").strip()
    }
    return EditedWords(edited, people)


def _one_of(choices: Any, value: str) -> str:
    return value if value in choices.values else ""


def _row(question: ProjectQuestion, voices: dict[int, str]) -> dict[str, Any]:
    answers = {voices[answer.speaker_id]: answer for answer in question.answers.all() if answer.speaker_id in voices}
    return {
        "question": question,
        "mentor": answers.get(Voice.MENTOR),
        "mentee": answers.get(Voice.MENTEE),
        "optics": question.optics or optics_hint(question, voices),
        "only_one": optics_hint(question, voices) == Optics.ONE,
        "hint": bool(not question.optics and optics_hint(question, voices)),
    }
