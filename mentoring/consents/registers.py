"""The register of consents «Согласия»: recorded and withdrawn, never edited, never deleted."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList

from cms.accounts.registers import AddView, PolicyPermissionHelper, Register
from cms.accounts.territory import User
from cms.actions import Refused
from mentoring.bank.registers import OwnMentorForm
from mentoring.bank.searched import OF_MENTOR
from mentoring.consents.actions import RecordConsent
from mentoring.consents.interviews import interview_field
from mentoring.consents.models import MentorConsent


class ConsentPermissionHelper(PolicyPermissionHelper):
    """A recorded consent has no form to edit it and no deletion, whoever asks."""

    def user_can_edit_obj(self, user: User, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: User, obj: Any) -> bool:
        return False


class MentorConsentForm(OwnMentorForm):
    """A consent of a mentor of the user's own territory; that to an interview names it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["interview"] = interview_field(
            self.territory(),
            required=False,
            help_text=gettext_lazy("Только для согласия на интервью: оно даётся на один разговор."),
        )


class RecordView(AddView):
    """Records a consent through its action."""

    def get_initial(self) -> dict[str, Any]:
        return {name: self.request.GET.get(name) for name in ("mentor", "purpose", "interview")}

    def form_valid(self, form: Any) -> HttpResponse:
        consent: MentorConsent = form.save(commit=False)
        try:
            RecordConsent(consent, self.request.user).execute()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Согласие записано: %(mentor)s.") % {"mentor": consent.mentor})
        return redirect(self.get_success_url())


class ConsentRegister(Register):
    """Consents of mentors."""

    model = MentorConsent
    permission_helper_class = ConsentPermissionHelper
    create_view_class = RecordView
    inspect_view_enabled = True
    menu_label = gettext_lazy("Согласия")
    menu_icon = "doc-full"
    menu_order = 400
    menu_hook = "register_bank_menu_item"
    list_display = ("mentor", "purpose", "given_on", "valid_until", "state", "holder")
    list_filter = ("purpose", "channel")
    search_fields = (*OF_MENTOR, "holder")
    edit_handler = ObjectList(
        [
            HelpPanel(content=gettext_lazy("Записанное согласие нельзя исправить: его можно только отозвать.")),
            FieldPanel("mentor"),
            FieldPanel("purpose"),
            FieldPanel("interview"),
            FieldPanel("fields"),
            FieldRowPanel([FieldPanel("given_on"), FieldPanel("valid_until")]),
            FieldRowPanel([FieldPanel("channel"), FieldPanel("text_version")]),
            FieldRowPanel([FieldPanel("holder"), FieldPanel("proof")]),
        ],
        base_form_class=MentorConsentForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("mentor")

    def state(self, consent: MentorConsent) -> str:
        if consent.withdrawn_on:
            return _("отозвано %(day)s") % {"day": f"{consent.withdrawn_on:%d.%m.%Y}"}
        url = reverse("consent_withdraw", args=[consent.pk])
        return format_html('<a class="duet-nowrap" href="{}">{}</a>', url, _("отозвать…"))

    state.short_description = gettext_lazy("Отзыв")  # type: ignore[attr-defined]
