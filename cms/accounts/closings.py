"""Wagtail's open doors of the admin that are narrowed or closed; ``docs/doors.md`` has the decision about each.

Views that have an address of their own are replaced in ``page_doors``, ``bulk_doors`` and ``reports``; here stands what
Wagtail shares between many views and has no setting for.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path
from django_filters import FilterSet
from wagtail.admin.auth import require_admin_access
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import ExternalLinkChooserForm, URLOrAbsolutePathField
from wagtail.admin.views.chooser import ExternalLinkView
from wagtail.admin.views.generic.chooser import CreateViewMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.api.v2.router import WagtailAPIRouter

from cms.accounts.enums import REGION_WIDE_ROLES
from cms.accounts.territory import User, appointments_of
from cms.drafts.policies import no_words_typed
from cms.texts.unseen import seen_only

#: What Wagtail's internal API may do to a page; to copy and to alias have no rule of ours there.
API_ACTIONS = frozenset({"publish", "unpublish", "delete", "move", "revert_to_page_revision"})


def people_near(user: User) -> QuerySet[Any]:
    """Colleagues whom lists may name for choice: those of the same municipalities and of the region."""
    people = get_user_model()._default_manager.all()
    held = appointments_of(user)
    if getattr(user, "is_superuser", False) or any(role in REGION_WIDE_ROLES for role, _place in held):
        return people
    places = {place for _role, place in held if place is not None}
    near = Q(appointments__municipality__in=places) | Q(appointments__role__in=REGION_WIDE_ROLES) | Q(pk=user.pk)
    return people.filter(pk__in=people.filter(near).values("pk"))


def form_with_people_near(filters: Any) -> forms.Form:
    """The form of a list's filters, whose choices of people name colleagues only."""
    is_new = not hasattr(filters, "_form")
    form: forms.Form = FilterSet.form.fget(filters)
    if is_new and filters.request is not None:
        for field in form.fields.values():
            if not isinstance(field, forms.ModelChoiceField) or field.queryset is None:
                continue
            if issubclass(field.queryset.model, get_user_model()):
                field.queryset = field.queryset.filter(pk__in=people_near(filters.request.user).values("pk"))
    return form


_setup = SpreadsheetExportMixin.setup


def refuse_an_empty_export(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
    """A list that names no columns for a file makes none, instead of reading everything for empty lines."""
    _setup(view, request, *args, **kwargs)
    register = getattr(view, "model_admin", None)
    if view.is_export and not (register.get_list_export(request) if register else view.list_export):
        raise Http404


_preprocess = SpreadsheetExportMixin.preprocess_field_value


def without_unseen(view: Any, field: str, value: Any, export_format: str) -> Any:
    """A cell without signs that a workbook cannot hold: one bad record of former days does not cost the whole file."""
    cell = _preprocess(view, field, value, export_format)
    return seen_only(cell) if isinstance(cell, str) else cell


_dispatch_of_a_chooser = CreateViewMixin.dispatch


def refuse_to_create_without_a_form(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """A chooser that offers no form to create with has no such address either; the stock view breaks there."""
    if not hasattr(view, "get_creation_form_class") or view.get_creation_form_class() is None:
        raise Http404
    response: HttpResponseBase = _dispatch_of_a_chooser(view, request, *args, **kwargs)
    return response


class AddressField(URLOrAbsolutePathField):
    """The stock field breaks where the form has no such value at all."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value or "")


class OwnExternalLinkForm(ExternalLinkChooserForm):
    """An address is asked for in words."""

    url = AddressField(required=True, label=ExternalLinkChooserForm.base_fields["url"].label)


class OwnExternalLinkView(ExternalLinkView):
    """The form of a link to another site."""

    form_class = OwnExternalLinkForm


@no_words_typed("answers 404")
def closed(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
    """A door of Wagtail's that this site does not have."""
    raise Http404


def close_doors_of_the_api(router: WagtailAPIRouter) -> None:
    """Wagtail's hook: the pages of the internal API, without the actions that copy them."""
    from wagtail.admin.api.views import PagesAdminAPIViewSet  # importable once Wagtail is ready

    kept = {name: action for name, action in PagesAdminAPIViewSet.actions.items() if name in API_ACTIONS}
    router.register_endpoint("pages", type("OwnPages", (PagesAdminAPIViewSet,), {"actions": kept}))


def register() -> None:
    """Wagtail has no setting for these."""
    WagtailFilterSet.form = property(form_with_people_near)
    SpreadsheetExportMixin.setup = refuse_an_empty_export
    SpreadsheetExportMixin.preprocess_field_value = without_unseen
    CreateViewMixin.dispatch = refuse_to_create_without_a_form


#: Stand before Wagtail's own addresses of the same names (cms.urls).
urlpatterns: list[Any] = [
    path("failwhale/", require_admin_access(closed)),  # an error on purpose, for those who watch errors
    path("choose-external-link/", require_admin_access(OwnExternalLinkView.as_view())),
    path("pages/<int:page_id>/convert_alias/", require_admin_access(closed)),
    path("sites/copy/<int:pk>/", require_admin_access(closed)),
    path("users/copy/<int:pk>/", require_admin_access(closed)),
]
