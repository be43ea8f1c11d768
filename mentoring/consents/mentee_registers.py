"""The register of mentees' consents to interviews: recorded and withdrawn, never edited, never deleted."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import ModelChoiceField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList

from cms.accounts.forms import TerritorialForm
from cms.accounts.registers import AddView, Register
from cms.actions import Refused
from cms.lists.conditions import behind
from cms.territories.searched import OF_ORGANISATION
from mentoring.consents.interviews import interview_field
from mentoring.consents.mentees import RecordMenteeConsent, WithdrawMenteeConsent
from mentoring.consents.models import MenteeConsent
from mentoring.consents.registers import ConsentPermissionHelper
from mentoring.consents.withdrawing import WithdrawingView
from mentoring.pairs.models import PairMentee


class MenteeField(ModelChoiceField):
    """An adult mentee, with the mentor of the pair."""

    def label_from_instance(self, obj: PairMentee) -> str:
        return f"{obj.full_name} ({obj.pair.mentor.full_name})"


class MenteeConsentForm(TerritorialForm):
    """A consent of a mentee of the user's own territory."""

    organisation_fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        adults = PairMentee.objects.filter(is_minor=False).select_related("pair__mentor").order_by("full_name", "pk")
        mine = self.territory().restrict(adults, "pair__organisation__municipality")
        self.fields["mentee"] = MenteeField(queryset=mine, label=gettext_lazy("Наставляемый"))
        self.fields["interview"] = interview_field(
            self.territory(), required=True, help_text=gettext_lazy("Согласие даётся на один разговор.")
        )

    def place_of(self, cleaned: dict[str, Any]) -> int | None:
        mentee = cleaned.get("mentee")
        return None if mentee is None else mentee.pair.organisation.municipality_id


class RecordView(AddView):
    """Records a consent through its action."""

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET.get(name) for name in ("mentee", "interview")}

    def form_valid(self, form: Any) -> HttpResponse:
        consent: MenteeConsent = form.save(commit=False)
        try:
            RecordMenteeConsent(consent, self.request.user).execute()
        except (Refused, ValidationError) as refusal:
            form.add_error(None, refusal if isinstance(refusal, ValidationError) else str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Согласие записано: %(mentee)s.") % {"mentee": consent.mentee})
        return redirect(self.get_success_url())


class MenteeConsentRegister(Register):
    """Consents of adult mentees."""

    model = MenteeConsent
    permission_helper_class = ConsentPermissionHelper
    create_view_class = RecordView
    inspect_view_enabled = True
    menu_label = gettext_lazy("Согласия наставляемых")
    menu_icon = "doc-full"
    menu_order = 410
    menu_hook = "register_bank_menu_item"
    list_display = ("mentee", "interview", "given_on", "valid_until", "state", "holder")
    list_filter = ("channel",)
    search_fields = ("mentee__full_name", *behind("mentee__pair", OF_ORGANISATION), "holder")
    edit_handler = ObjectList(
        [
            HelpPanel(content=gettext_lazy("Записанное согласие нельзя исправить: его можно только отозвать.")),
            FieldPanel("mentee"),
            FieldPanel("interview"),
            FieldPanel("with_portrait"),
            FieldRowPanel([FieldPanel("given_on"), FieldPanel("valid_until")]),
            FieldRowPanel([FieldPanel("channel"), FieldPanel("text_version")]),
            FieldRowPanel([FieldPanel("holder"), FieldPanel("proof")]),
        ],
        base_form_class=MenteeConsentForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("mentee", "interview")

    def state(self, consent: MenteeConsent) -> str:
        if consent.withdrawn_on:
            return _("отозвано %(day)s") % {"day": f"{consent.withdrawn_on:%d.%m.%Y}"}
        url = reverse("mentee_consent_withdraw", args=[consent.pk])
        return format_html('<a class="duet-nowrap" href="{}">{}</a>', url, _("отозвать…"))

    state.short_description = gettext_lazy("Отзыв")  # type: ignore[attr-defined]


class WithdrawView(WithdrawingView):
    """Withdraws a mentee's consent."""

    model = MenteeConsent
    done = gettext_lazy("Согласие отозвано: интервью больше нет на сайте.")
    explanation = gettext_lazy("Интервью исчезнет с сайта. Отзыв не отменить: чтобы вернуть, нужно новое согласие.")

    def action(self, data: dict[str, Any]) -> WithdrawMenteeConsent:
        return WithdrawMenteeConsent(self.thing, self.request.user, data["on"])

    def get_page_subtitle(self) -> str:
        return f"{self.thing.mentee}: {self.thing}"

    def get_success_url(self) -> str:
        """Where the name still stands in texts, once the consent is withdrawn."""
        if self.thing.withdrawn_on is not None:
            return reverse("names_mentee", args=[self.thing.mentee_id])
        return reverse("mentoring_menteeconsent_modeladmin_index")


urlpatterns = [path("bank/mentee-consents/<int:pk>/withdraw/", WithdrawView.as_view(), name="mentee_consent_withdraw")]
