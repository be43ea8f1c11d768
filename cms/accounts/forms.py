"""Forms whose choices end at the municipality's border, checked again when the answer comes back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import ModelChoiceField, ModelChoiceIterator, ModelMultipleChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.accounts.territory import Territory, municipality_of, territory_of
from cms.drafts.restoring import RestorableForm
from cms.territories.models import Municipality, Organisation


class ByMunicipality(ModelChoiceIterator):
    """Organisations under the names of their municipalities; no headings where there is only one."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        organisations = self.queryset.select_related("municipality").order_by("municipality__short_name", "short_name")
        groups = [(place, list(found)) for place, found in groupby(organisations, key=lambda it: it.municipality)]
        if len(groups) == 1:
            yield from (self.choice(organisation) for organisation in groups[0][1])
        else:
            for place, found in groups:
                yield (place.name, [self.choice(organisation) for organisation in found])


class OrganisationField(ModelChoiceField):
    """A select of organisations grouped by municipality."""

    iterator = ByMunicipality


def limit_organisations(form: forms.BaseForm, name: str, territory: Territory) -> None:
    """Offer in a form's field only the organisations inside the territory; a foreign id is then no valid choice."""
    field = form.fields.get(name)
    if not isinstance(field, ModelChoiceField):
        return
    form.fields[name] = OrganisationField(
        queryset=territory.restrict(Organisation.objects.all(), Organisation.territory_path),
        required=field.required,
        label=field.label,
        help_text=field.help_text,
        initial=field.initial,
    )


def read_once(form: forms.BaseForm) -> None:
    """Chosen values of many are read now, and not again whenever the form shows or compares them."""
    for name, field in form.fields.items():
        chosen: Any = form.initial.get(name)
        if isinstance(field, ModelMultipleChoiceField) and hasattr(chosen, "all"):
            form.initial[name] = list(chosen.all())


class TerritorialForm(RestorableForm, WagtailAdminModelForm):
    """A form of a municipal object: ``organisation`` and ``municipality`` are the user's own, and so is the result."""

    organisation_fields: ClassVar[tuple[str, ...]] = ("organisation",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        read_once(self)
        territory = self.territory()
        for name in self.organisation_fields:
            limit_organisations(self, name, territory)
        if isinstance(field := self.fields.get("municipality"), ModelChoiceField):
            field.queryset = territory.restrict(Municipality.objects.all(), "pk")
        self._choose_the_only_one()

    def territory(self) -> Territory:
        """Where the user may add (a new object) or change (a stored one)."""
        action = "change" if self.instance.pk else "add"
        return territory_of(self.for_user, self._meta.model._meta.label_lower, [action])

    def clean(self) -> dict[str, Any]:
        """The object as it would be saved lies in the user's territory, whatever door the data came through."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        place = self.place_of(cleaned)
        if place is not None and not self.territory().covers(place):
            raise ValidationError(_("Это другой муниципалитет: с ним работает его координатор."), code="foreign")
        return cleaned

    def place_of(self, cleaned: dict[str, Any]) -> int | None:
        """The municipality id that the cleaned data lead to; None while the form names none."""
        first = self._meta.model.territory_path.split("__")[0]
        thing: models.Model | None = cleaned.get(first)
        return None if thing is None else (thing.pk if isinstance(thing, Municipality) else municipality_of(thing))

    @staticmethod
    def _places_offered(field: ModelChoiceField) -> models.QuerySet[Any]:
        return field.queryset if field.queryset is not None else Municipality.objects.none()

    def _choose_the_only_one(self) -> None:
        """A coordinator of one municipality need not choose it."""
        field = self.fields.get("municipality")
        if isinstance(field, ModelChoiceField) and not self.instance.pk:
            found = list(self._places_offered(field)[:2])
            if len(found) == 1:
                self.initial["municipality"] = found[0].pk
