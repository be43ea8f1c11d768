"""The admin pages of the steps of a duet; those of its links, words and page stand beside."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy

from cms.actions import Action
from mentoring.action_views import ActionView
from mentoring.duets.actions.editing import AskOn, OfferWords
from mentoring.duets.actions.preparing import suggested_due
from mentoring.duets.actions.publishing import CancelDuet, ReopenDuet
from mentoring.duets.desk import follow_up_of
from mentoring.duets.forms import AskOnForm, DueForm, JustDo, NoteForm
from mentoring.duets.models import DuetProject, ProjectQuestion


class DuetActionView(ActionView):
    """A step of a duet; afterwards the desk is shown again."""

    model = DuetProject
    back_url_name = "duet_desk"
    header_icon = "openquote"

    @property
    def user(self) -> Any:
        return self.request.user


class WithReasonView(DuetActionView):
    """A step that has to be explained."""

    form_class = NoteForm
    header_icon = "warning"
    action_class: ClassVar[Any]

    def action(self, data: dict[str, Any]) -> Action:
        return self.action_class(self.thing, self.user, data["note"])


class OfferView(DuetActionView):
    """Shows the two their edited words."""

    form_class = DueForm
    title = gettext_lazy("Показать слова участникам")
    button = gettext_lazy("Показать и попросить утвердить")
    explanation = gettext_lazy(
        "По своей ссылке каждый прочтёт разговор целиком и утвердит свои слова. Ваша правка после этого снимет "
        "утверждение того, чьи слова изменились."
    )
    done = gettext_lazy("Слова открыты участникам.")

    def get_initial(self) -> dict[str, Any]:
        return {"due_on": suggested_due(self.thing, timezone.localdate())}

    def action(self, data: dict[str, Any]) -> Action:
        return OfferWords(self.thing, self.user, data["due_on"])


class AskOnView(DuetActionView):
    """Asks both one more question."""

    form_class = AskOnForm
    title = gettext_lazy("Спросить ещё")
    button = gettext_lazy("Задать вопрос обоим")
    explanation = gettext_lazy("Ссылки снова откроются для ответов. Остальные ответы на месте.")
    done = gettext_lazy("Вопрос задан обоим.")

    @property
    def after(self) -> ProjectQuestion:
        question = self.thing.questions.select_related("source").filter(pk=self.kwargs["question"]).first()
        if question is None:
            raise Http404
        return question

    def get_initial(self) -> dict[str, Any]:
        return {"text": follow_up_of(self.after), "due_on": suggested_due(self.thing, timezone.localdate())}

    def action(self, data: dict[str, Any]) -> Action:
        return AskOn(self.thing, self.user, self.after, data["text"], data["due_on"])


class CancelView(WithReasonView):
    """Cancels the duet."""

    action_class = CancelDuet
    title = gettext_lazy("Отменить дуэт")
    button = gettext_lazy("Отменить дуэт")
    done = gettext_lazy("Дуэт отменён.")
    explanation = gettext_lazy("Месяц снова станет пустым. Личные ссылки покажут, что дуэт не состоится.")


class ReopenView(DuetActionView):
    """Begins again."""

    form_class = JustDo
    title = gettext_lazy("Начать заново")
    button = gettext_lazy("Вернуть в замыслы")
    done = gettext_lazy("Дуэт снова задуман.")

    def action(self, data: dict[str, Any]) -> Action:
        return ReopenDuet(self.thing, self.user)
