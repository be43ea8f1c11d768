"""The admin page of an action: it asks for what the action needs, does it, or says in words why not."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts.permissions import user_can, visible_to
from cms.actions import Action, Refused
from cms.drafts.policies import Device, keeps_drafts


@keeps_drafts(Device.SESSION)
class ActionView(WagtailAdminTemplateMixin, FormView):
    """Confirms and performs one action on the object in the address; others' objects answer 404."""

    template_name = "mentoring/admin/action.html"
    model: ClassVar[type[models.Model]]
    permission: ClassVar[str] = "change"
    #: The page's title, the button's words and the message of success.
    title: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    done: ClassVar[Any] = ""
    #: What follows from the action, in a sentence.
    explanation: ClassVar[Any] = ""
    back_url_name: ClassVar[str] = ""
    header_icon = "cogs"

    thing: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        mine = visible_to(request.user, self.model._default_manager.all())
        self.thing = get_object_or_404(mine, pk=unquote(str(kwargs["pk"])))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not user_can(request.user, self.permission, self.thing):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "thing": self.thing}

    def action(self, data: dict[str, Any]) -> Action:
        """The action that the filled form asks for."""
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            self.action(form.cleaned_data).execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(self.request, str(self.done) % {"thing": self.thing})
            return super().form_valid(form)
        return self.form_invalid(form)

    def get_success_url(self) -> str:
        return reverse(self.back_url_name, args=[quote(self.thing.pk)])

    def get_page_title(self) -> str:
        return str(self.title)

    def get_page_subtitle(self) -> str:
        return str(self.thing)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": self._back(), "label": str(self.thing)},
            {"url": "", "label": str(self.title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = {"button": self.button, "explanation": self.explanation, "back_url": self._back()}
        return super().get_context_data(thing=self.thing, **words, **kwargs)

    def _back(self) -> str:
        try:
            return self.get_success_url()
        except NoReverseMatch:
            return reverse("wagtailadmin_home")
