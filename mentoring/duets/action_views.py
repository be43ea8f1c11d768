"""The admin pages of the steps of a duet."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.actions import Action
from cms.mailing.addresses import absolute_of
from cms.personal_links.actions import RenewLink, RevokeLink
from mentoring.action_views import ActionView
from mentoring.duets import naming
from mentoring.duets.actions.editing import AskOn, OfferWords
from mentoring.duets.actions.preparing import Invited, InviteDuet, give_link, suggested_due
from mentoring.duets.actions.publishing import (
    BuildPage,
    CancelDuet,
    PublishDuet,
    ReopenDuet,
    ScheduleDuet,
    TakeDown,
    UnscheduleDuet,
)
from mentoring.duets.desk import follow_up_of
from mentoring.duets.enums import CLOSED_STATES, ProjectState, Voice
from mentoring.duets.forms import AskOnForm, DueForm, InviteForm, JustDo, NoteForm, PageForm, UntilForm, WhenForm
from mentoring.duets.letters import Occasion
from mentoring.duets.links import expiry, holder
from mentoring.duets.models import DuetProject, ProjectQuestion, Speaker
from mentoring.duets.naming import given_first


class DuetActionView(ActionView):
    """A step of a duet; afterwards the desk is shown again."""

    model = DuetProject
    back_url_name = "duet_desk"
    header_icon = "openquote"

    @property
    def user(self) -> Any:
        return self.request.user


class LinksShownMixin:
    """Shows links that were just made, once: the site keeps none of them."""

    request: Any
    thing: DuetProject

    def show_links(self, tokens: dict[Voice, str]) -> HttpResponse:
        people = Speaker.objects.filter(project=self.thing, voice__in=list(tokens))
        links = [(speaker, absolute_of("duet-talk", tokens[Voice(speaker.voice)])) for speaker in people]
        response = render(self.request, "mentoring/duets/admin/links.html", {"project": self.thing, "links": links})
        response["Cache-Control"] = "no-store, private"
        return response


class InviteView(LinksShownMixin, DuetActionView):
    """Invites both, and shows the two links."""

    form_class = InviteForm
    title = gettext_lazy("Пригласить обоих")
    button = gettext_lazy("Выдать личные ссылки")
    explanation = gettext_lazy(
        "Каждый получит личную ссылку с вопросами. Ответов друг друга они не увидят, пока не пришлют оба."
    )

    def get_initial(self) -> dict[str, Any]:
        mentee, initial = self.thing.mentee, {"due_on": suggested_due(self.thing, timezone.localdate())}
        if mentee is None:
            return initial
        mentor = mentee.pair.mentor
        place = mentor.organisation
        work = mentee.organisation or mentee.pair.organisation
        return initial | {
            "mentor_name": given_first(mentor.full_name),
            "mentor_about": ", ".join(filter(None, (mentor.position, place.short_name, place.municipality.name))),
            "mentor_email": mentor.email,
            "mentee_name": naming.short_name(given_first(mentee.full_name)),
            "mentee_about": f"{work.short_name}, {work.municipality.name}",
        }

    def action(self, data: dict[str, Any]) -> Action:
        invited = {
            voice: Invited(data[f"{voice}_name"], data[f"{voice}_about"], data[f"{voice}_email"]) for voice in Voice
        }
        self.invite = InviteDuet(self.thing, self.user, invited, data["due_on"])
        return self.invite

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        return self.show_links(self.invite.tokens) if self.invite.tokens else response

    done = gettext_lazy("Приглашены оба.")


class NewLinkView(LinksShownMixin, DuetActionView):
    """Gives one of the two a new link; the former one stops."""

    form_class = JustDo
    title = gettext_lazy("Новая личная ссылка")
    button = gettext_lazy("Выдать новую ссылку")
    explanation = gettext_lazy("Прежняя ссылка перестанет действовать. Всё написанное останется на месте.")
    done = gettext_lazy("Новая ссылка выдана.")

    def form_valid(self, form: Any) -> HttpResponse:
        speaker = self.thing.by_voice.get(self.kwargs["voice"])
        if speaker is None or self.thing.state in CLOSED_STATES:
            form.add_error(None, _("Этому дуэту ссылки уже не нужны."))
            return self.form_invalid(form)
        token = give_link(self.thing, speaker, self.user, Occasion.NEW_LINK)
        return self.show_links({Voice(speaker.voice): token})


class OneLinkView(DuetActionView):
    """An action on the link of one of the two, whose voice stands in the address."""

    @property
    def speaker(self) -> Speaker:
        speaker = self.thing.by_voice.get(self.kwargs["voice"])
        if speaker is None:
            raise Http404
        return speaker

    def get_page_subtitle(self) -> str:
        return str(self.speaker)


class RenewLinkView(OneLinkView):
    """Lets the link work longer; what was sent by mail opens again."""

    form_class = UntilForm
    title = gettext_lazy("Продлить личную ссылку")
    button = gettext_lazy("Продлить")
    done = gettext_lazy("Ссылка продлена: открывается та же, новую посылать не нужно.")

    def get_initial(self) -> dict[str, Any]:
        return {"until": timezone.localtime(expiry(self.thing)).date()}

    def action(self, data: dict[str, Any]) -> Action:
        ends = timezone.make_aware(datetime.combine(data["until"], time(23, 59)))
        return RenewLink(self.thing, holder(self.speaker), ends, self.user)


class RevokeLinkView(OneLinkView):
    """Closes the link at once."""

    form_class = JustDo
    title = gettext_lazy("Отозвать личную ссылку")
    button = gettext_lazy("Отозвать ссылку")
    done = gettext_lazy("Ссылка больше не открывается.")
    explanation = gettext_lazy(
        "Так поступают, если ссылка попала не к тому. Написанное останется; чтобы человек продолжил, выдайте новую."
    )
    header_icon = "warning"

    def action(self, data: dict[str, Any]) -> Action:
        return RevokeLink(self.thing, holder(self.speaker), self.user)


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


class WithReasonView(DuetActionView):
    """A step that has to be explained."""

    form_class = NoteForm
    header_icon = "warning"
    action_class: ClassVar[Any]

    def action(self, data: dict[str, Any]) -> Action:
        return self.action_class(self.thing, self.user, data["note"])


class TakeDownView(WithReasonView):
    """Takes the page down."""

    action_class = TakeDown
    title = gettext_lazy("Снять с сайта")
    button = gettext_lazy("Снять с сайта")
    done = gettext_lazy("Разговор снят с сайта, утверждения остались.")


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
