"""The forms of «берём практику»: taking it, and going on with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from bestpractices.adoption.actions import MoveAdoption, TakePractice
from bestpractices.adoption.enums import TRANSITIONS, AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.practices.models import PracticePage
from bestpractices.republication.models import RepublishedPage
from bestpractices.republication.originals import origin_id
from cms.accounts.territory import User, territory_of
from cms.actions import Refused
from cms.drafts.policies import Device, keeps_drafts
from cms.pages.publicness import public_pages
from cms.territories.models import Organisation
from mentoring.action_views import ActionView

LIST = "bestpractices_adoption_modeladmin_index"


class TakeForm(forms.Form):
    """Which of one's own schools takes the practice, after whom, and what it changes."""

    organisation = forms.ModelChoiceField(label=gettext_lazy("Школа"), queryset=Organisation.objects.none())
    parent = forms.ModelChoiceField(
        label=gettext_lazy("По следам какой школы"),
        queryset=Adoption.objects.none(),
        required=False,
        empty_label=gettext_lazy("прямо за авторами"),
    )
    changes = forms.CharField(
        label=gettext_lazy("Что меняете у себя"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "Например: «встречаемся раз в две недели, потому что педагоги работают в двух зданиях»."
        ),
    )

    def __init__(self, *args: Any, practice: Page, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = territory_of(user, Adoption._meta.label_lower, ["add"])
        schools = mine.restrict(Organisation.objects.all(), "municipality") if mine else Organisation.objects.none()
        self.fields["organisation"].queryset = schools  # type: ignore[attr-defined]
        adopted = Adoption.objects.of_practice(origin_id(practice.translation_key)).in_use()
        self.fields["parent"].queryset = adopted  # type: ignore[attr-defined]


@keeps_drafts(Device.LASTING)
class TakeView(WagtailAdminTemplateMixin, FormView):
    """Takes the practice on a public page for a school."""

    form_class = TakeForm
    template_name = "mentoring/admin/action.html"
    page_title = gettext_lazy("Берём практику")
    header_icon = "pick"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        pages = public_pages(Page.objects.type(PracticePage, RepublishedPage))
        self.practice = get_object_or_404(pages, pk=kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "practice": self.practice, "user": self.request.user}

    def form_valid(self, form: TakeForm) -> HttpResponse:
        data = form.cleaned_data
        action = TakePractice(
            self.practice, data["organisation"], self.request.user, changes=data["changes"], parent=data["parent"]
        )
        try:
            adoption = action.execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Записано. Авторы узнают об этом из письма."))
        return redirect("adoption_move", adoption.pk)

    def get_page_subtitle(self) -> str:
        return self.practice.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Главная")},
            {"url": reverse(LIST), "label": _("Применение практик")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        explanation = _("Школа появится на странице практики в списке тех, кто её применяет.")
        back = self.practice.full_url
        return super().get_context_data(button=_("Берём"), explanation=explanation, back_url=back, **kwargs)


class MoveForm(forms.Form):
    """The next state, and what came of it."""

    to = forms.ChoiceField(label=gettext_lazy("Как идут дела"), widget=forms.RadioSelect)
    result = forms.CharField(
        label=gettext_lazy("Что получилось"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Нужно, чтобы подтвердить результат или отказаться. Увидят все, кто читает практику."),
    )

    def __init__(self, *args: Any, thing: Adoption, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        following = [to for to in AdoptionState if (AdoptionState(thing.state), to) in TRANSITIONS]
        self.fields["to"].choices = [(to.value, to.label) for to in following]  # type: ignore[attr-defined]
        self.fields["result"].initial = thing.result


class MoveView(ActionView):
    """Goes on with an adopted practice."""

    model = Adoption
    form_class = MoveForm
    title = gettext_lazy("Как применяется практика")
    button = gettext_lazy("Записать")
    done = gettext_lazy("Записано: %(thing)s.")
    header_icon = "pick"

    def action(self, data: dict[str, Any]) -> MoveAdoption:
        return MoveAdoption(self.thing, self.request.user, AdoptionState(data["to"]), data["result"])

    def get_success_url(self) -> str:
        return reverse(LIST)


urlpatterns = [
    path("adoption/take/<int:pk>/", TakeView.as_view(), name="adoption_take"),
    path("adoption/<int:pk>/", MoveView.as_view(), name="adoption_move"),
]
