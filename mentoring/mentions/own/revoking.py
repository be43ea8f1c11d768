"""The admin page on which somebody's own link «Где названо моё имя» is closed, before its thirty days are over."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy

from cms.accounts.territory import User
from cms.actions import Action
from cms.personal_links.actions import RevokeLink
from mentoring.action_views import ActionView
from mentoring.bank.forms import NothingToFill
from mentoring.mentions.own.links import own_holder
from mentoring.mentions.people import Person, full_name_of
from mentoring.mentions.whose import own_person


class RevokeOwnLink(RevokeLink):
    """Closes the link of a person whose name the user looks after; the person may ask for another at any time."""

    user: User

    def __init__(self, kind: str, person: Person, user: User) -> None:
        super().__init__(person, own_holder(), user)
        self.kind = kind

    def check_permission(self) -> None:
        """Whoever may see the person's page «Имя на сайте»; raises ``PermissionDenied`` for anybody else."""
        try:
            own_person(self.user, self.kind, self.thing.pk)
        except Http404 as foreign:
            raise PermissionDenied from foreign


class RevokeOwnLinkView(ActionView):
    """Asks once more, closes the link and leads back to the person's name."""

    form_class = NothingToFill
    title = gettext_lazy("Отозвать личную ссылку «Где названо моё имя»")
    button = gettext_lazy("Отозвать ссылку")
    done = gettext_lazy("Ссылка больше не открывается.")
    explanation = gettext_lazy(
        "Так поступают, если письмо попало не к тому. Новую ссылку человек попросит на сайте сам: она придёт на адрес "
        "из его записи, поэтому сначала проверьте этот адрес."
    )
    header_icon = "warning"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super(ActionView, self).setup(request, *args, **kwargs)
        self.thing = own_person(request.user, kwargs["kind"], kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super(ActionView, self).dispatch(request, *args, **kwargs)

    def action(self, data: dict[str, Any]) -> Action:
        return RevokeOwnLink(self.kwargs["kind"], self.thing, self.request.user)

    def get_page_subtitle(self) -> str:
        return full_name_of(self.thing)

    def get_success_url(self) -> str:
        return reverse(f"names_{self.kwargs['kind']}", args=[self.thing.pk])
