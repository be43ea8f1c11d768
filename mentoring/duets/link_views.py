"""The admin pages of the two personal links: given with the invitation, given anew, prolonged, revoked."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.actions import Action
from cms.mailing.addresses import absolute_of
from cms.personal_links.actions import RenewLink, RevokeLink
from mentoring.duets import naming
from mentoring.duets.action_views import DuetActionView
from mentoring.duets.actions.preparing import Invited, InviteDuet, give_link, suggested_due
from mentoring.duets.enums import CLOSED_STATES, Voice
from mentoring.duets.forms import InviteForm, JustDo, UntilForm
from mentoring.duets.letters import Occasion
from mentoring.duets.links import expiry, holder
from mentoring.duets.models import DuetProject, Speaker
from mentoring.duets.naming import given_first


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
