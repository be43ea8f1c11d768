"""A copy of a page: one draft of a kind whose pages may be many, never an alias, never a whole branch."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.views.pages.copy import CopyView
from wagtail.models import Page

from cms.accounts.naming import keys_of, nameable
from cms.drafts.policies import Device, keeps_drafts


class OneDraftForm(CopyForm):
    """An alias would double what visitors read and call itself the original; pages below are copied one by one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "copy_subpages", "publish_copies"):
            self.fields.pop(name, None)
        parents = self.fields["new_parent_page"]
        parents.queryset = nameable(self.user, parents.queryset)


@keeps_drafts(Device.LASTING)
class OneDraftView(CopyView):
    """Copies what ``is_copied`` allows; the copy waits for its readiness and its publication as any draft."""

    def dispatch(self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = Page.objects.filter(pk=page_id).first()
        if page is not None and not getattr(page.specific_class, "is_copied", False):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, page_id, *args, **kwargs)
        return response

    def get_form_class(self) -> type[OneDraftForm]:
        return OneDraftForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """A parent that is no page of the user's is none; the stock chooser breaks on what is no number."""
        kwargs: dict[str, Any] = super().get_form_kwargs()
        if "data" in kwargs:
            data = kwargs["data"] = kwargs["data"].copy()
            keys = keys_of(Page, [data.get("new_parent_page", "")])
            if not nameable(self.request.user, Page.objects.filter(pk__in=keys)).exists():
                data["new_parent_page"] = ""
        return kwargs

    def post(self, request: HttpRequest, page_id: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The stock view looks the parent up before its form has seen whether it is one."""
        form = self.get_form()
        response: HttpResponseBase = self.form_valid(form) if form.is_valid() else self.form_invalid(form)
        return response
