"""The admin pages of what brings a duet onto the site, and takes it off again."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.actions import Action
from mentoring.duets.action_views import DuetActionView, WithReasonView
from mentoring.duets.actions.publishing import BuildPage, PublishDuet, ScheduleDuet, TakeDown, UnscheduleDuet
from mentoring.duets.enums import ProjectState
from mentoring.duets.forms import JustDo, PageForm, WhenForm
from mentoring.duets.models import DuetProject


class BuildView(DuetActionView):
    """Builds the page, or brings its draft up to date."""

    form_class = PageForm
    title = gettext_lazy("Собрать страницу")
    button = gettext_lazy("Собрать страницу")
    explanation = gettext_lazy("Страница остаётся черновиком. Портреты и текст после разговора добавляют в ней самой.")
    done = gettext_lazy("Страница собрана.")

    def get_initial(self) -> dict[str, Any]:
        page = self.thing.page
        return {"title": page.draft_title, "lead": page.lead} if page else {"title": self.thing.working_title}

    def action(self, data: dict[str, Any]) -> Action:
        return BuildPage(self.thing, self.user, data["title"], data["lead"])


class ScheduleView(DuetActionView):
    """Names the day of publication."""

    form_class = WhenForm
    title = gettext_lazy("Назначить день")
    button = gettext_lazy("Назначить")
    done = gettext_lazy("День назначен: страница выйдет сама.")

    def action(self, data: dict[str, Any]) -> Action:
        return ScheduleDuet(self.thing, self.user, data["publish_at"])


class UnscheduleView(DuetActionView):
    """Takes the day of publication back."""

    form_class = JustDo
    title = gettext_lazy("Снять назначенный день")
    button = gettext_lazy("Снять день")
    done = gettext_lazy("День снят: страница ждёт, слова утверждены.")

    def action(self, data: dict[str, Any]) -> Action:
        return UnscheduleDuet(self.thing, self.user)


class PublishView(DuetActionView):
    """Publishes the approved words."""

    form_class = JustDo
    title = gettext_lazy("Опубликовать разговор")
    button = gettext_lazy("Опубликовать")
    done = gettext_lazy("Разговор опубликован.")
    explanation = gettext_lazy("На сайте появятся ровно те слова, которые утвердили оба.")

    def action(self, data: dict[str, Any]) -> Action:
        others = DuetProject.objects.of_place(self.thing.municipality).of_month(self.thing.month)
        if others.in_states({ProjectState.PUBLISHED}).exclude(pk=self.thing.pk).exists():
            messages.warning(self.request, _("В этом месяце уже опубликован другой дуэт: теперь их два."))
        return PublishDuet(self.thing, self.user)


class TakeDownView(WithReasonView):
    """Takes the page down."""

    action_class = TakeDown
    title = gettext_lazy("Снять с сайта")
    button = gettext_lazy("Снять с сайта")
    done = gettext_lazy("Разговор снят с сайта, утверждения остались.")
