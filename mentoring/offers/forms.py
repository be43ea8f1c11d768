"""The form «Стать наставником»."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.personal_names.forms import PersonalNameForm
from cms.security.traps import TrappedForm
from cms.territories.models import Organisation
from mentoring.bank.enums import Category, ExperienceBand, SpecialCategory
from mentoring.bank.models import Mentor
from mentoring.consents.enums import PublicField
from mentoring.reference.models import Audience, Direction, Subject
from mentoring.reference.spoken import spoken


class OrganisationField(forms.ModelChoiceField):
    """Organisations under their municipality, as a list that works without scripts."""

    def __init__(self, **kwargs: Any) -> None:
        places = Organisation.objects.filter(is_active=True).select_related("municipality")
        super().__init__(places.order_by("municipality__short_name", "short_name"), **kwargs)

    @property
    def grouped(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """(municipality, [(id, organisation)]) in the order of names."""
        groups: dict[str, list[tuple[int, str]]] = {}
        for organisation in self.queryset or ():
            groups.setdefault(organisation.municipality.name, []).append((organisation.pk, organisation.short_name))
        return list(groups.items())


#: Nothing is claimed for a person who has not chosen.
UNSAID = ("", _("Выберите"))
#: What a browser may fill in by itself.
AUTOCOMPLETE = {
    "last_name": "family-name",
    "first_name": "given-name",
    "patronymic": "additional-name",
    "position": "organization-title",
    "email": "email",
}


class AudienceField(forms.ModelMultipleChoiceField):
    """Whom a candidate would take, in the words that people use."""

    def label_from_instance(self, entry: Any) -> str:
        return spoken(entry.name)


class OfferForm(PersonalNameForm, TrappedForm, forms.ModelForm):
    """What a candidate tells of themselves, with the two consents apart from each other."""

    organisation = OrganisationField(label=_("Где вы работаете"), empty_label=_("Выберите организацию"))
    subjects = forms.ModelMultipleChoiceField(
        Subject.objects.filter(is_active=True), widget=forms.CheckboxSelectMultiple, label=_("Предметы"), required=False
    )
    directions = forms.ModelMultipleChoiceField(
        Direction.objects.filter(is_active=True), widget=forms.CheckboxSelectMultiple, label=_("С чем поможете")
    )
    audiences = AudienceField(
        Audience.objects.filter(is_active=True), widget=forms.CheckboxSelectMultiple, label=_("Кого возьмёте")
    )
    experience_band = forms.ChoiceField(choices=[UNSAID, *ExperienceBand.choices], label=_("Ваш стаж"))
    category = forms.ChoiceField(choices=[UNSAID, *Category.choices], label=_("Ваша категория"))
    special_categories = forms.MultipleChoiceField(
        choices=SpecialCategory.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=_("Есть ли категории сверх высшей"),
    )
    is_of_age = forms.BooleanField(
        label=_("Мне исполнилось 18 лет"),
        error_messages={"required": _("Заявку здесь подают взрослые. Младше 18? Обратитесь к куратору школы.")},
    )
    processing = forms.BooleanField(
        label=_("Согласие на обработку данных: координатор района увидит заявку и ответит вам"),
        error_messages={"required": _("Без этого согласия заявку нельзя принять. Отметьте его.")},
    )
    publication = forms.BooleanField(
        required=False,
        label=_("Согласие на публикацию: имя, место работы, предмет, стаж и категорию увидят посетители сайта"),
    )
    public_fields = forms.MultipleChoiceField(
        choices=[(field.value, field.label) for field in (PublicField.ABOUT, PublicField.EMAIL)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label=_("Что ещё показать"),
    )

    class Meta:
        model = Mentor
        fields = [
            "last_name",
            "first_name",
            "patronymic",
            "organisation",
            "position",
            "subjects",
            "directions",
            "audiences",
            "experience_band",
            "category",
            "special_categories",
            "meetings",
            "places_total",
            "about",
            "email",
        ]
        widgets = {"about": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["email"].help_text = _("На этот адрес ответит координатор. На сайте он не появится.")
        self.fields["places_total"].widget.attrs["min"] = 1
        self.initial.pop("places_total", None)
        self.fields["places_total"].initial = None
        for name, token in AUTOCOMPLETE.items():
            self.fields[name].widget.attrs["autocomplete"] = token

    def clean_places_total(self) -> int:
        """A mentor without a single place offers nothing."""
        places: int = self.cleaned_data["places_total"]
        if places < 1:
            raise forms.ValidationError(_("Укажите хотя бы одно место."))
        return places
