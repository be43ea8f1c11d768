"""The register of mentors' training «Обучение»."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from cms.accounts.forms import TerritorialForm
from cms.accounts.permissions import visible_to
from cms.accounts.registers import Register
from cms.territories.models import Organisation
from mentoring.bank.models import Mentor, TrainingRecord
from mentoring.bank.searched import OF_MENTOR


class OwnMentorForm(TerritorialForm):
    """A form beside a mentor: the mentor is one that the user may see, and is never exchanged for another."""

    organisation_fields = ()

    def clean_mentor(self) -> Mentor:
        mentor: Mentor = self.cleaned_data["mentor"]
        if not visible_to(self.for_user, Mentor.objects.filter(pk=mentor.pk)).exists():
            raise ValidationError(_("Выберите наставника из своего муниципалитета."))
        if self.instance.pk and mentor.pk != type(self.instance).objects.get(pk=self.instance.pk).mentor_id:
            raise ValidationError(_("Запись остаётся у того наставника, о котором сделана."))
        return mentor


class TrainingForm(OwnMentorForm):
    """A training; the reference organisation may stand in any municipality."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset = Organisation.objects.filter(is_reference=True)


class TrainingRegister(Register):
    """Trainings in the School of Mentors."""

    model = TrainingRecord
    menu_label = gettext_lazy("Обучение")
    menu_icon = "openquote"
    menu_order = 600
    menu_hook = "register_bank_menu_item"
    list_display = ("mentor", "school", "programme", "training_format", "completed_on")
    list_filter = ("training_format",)
    search_fields = (*OF_MENTOR, "programme", "trainer", "organisation__short_name")
    edit_handler = ObjectList(
        [
            FieldPanel("mentor"),
            FieldPanel("programme"),
            FieldRowPanel([FieldPanel("training_format"), FieldPanel("completed_on")]),
            FieldRowPanel([FieldPanel("trainer"), FieldPanel("organisation")]),
        ],
        base_form_class=TrainingForm,
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("mentor__organisation")

    def school(self, record: TrainingRecord) -> str:
        return str(record.mentor.organisation)

    school.short_description = gettext_lazy("Организация")  # type: ignore[attr-defined]
