"""«Руководство» in the admin: a list of chapters beside the one that is read, and its pictures."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.guide.chapters import START, chapters, words_of
from cms.places import PICTURES
from cms.version import VERSION


def address(written: str) -> str:
    """Where a link of a chapter's file leads here; an address of another site stays."""
    target = PurePosixPath(written)
    if target.suffix == ".md":
        return reverse("guide") if target.stem == START else reverse("guide_chapter", args=[target.stem])
    if target.suffix == ".png":
        return reverse("guide_picture", args=[target.stem])
    return written


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    """A chapter; without a slug, the beginning."""

    template_name = "cms/guide/chapter.html"
    header_icon = "help"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.slug = kwargs.get("slug", START)
        titles = {chapter.slug: chapter.title for chapter in chapters()}
        if self.slug != START and self.slug not in titles:
            raise Http404
        self.page_title = titles.get(self.slug, _("Руководство"))

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        start = [{"url": reverse("guide"), "label": _("Руководство")}]
        here = [{"url": "", "label": self.page_title}] if self.slug != START else []
        return [{"url": reverse("wagtailadmin_home"), "label": _("Главная")}, *start, *here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        here = [chapter.slug for chapter in chapters()]
        following = here.index(self.slug) + 1 if self.slug in here else 0
        return {
            **super().get_context_data(**kwargs),
            "chapters": chapters(),
            "slug": self.slug,
            "words": words_of(self.slug, address),
            "version": VERSION,
            "following": chapters()[following] if following < len(here) else None,
        }


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A screenshot of the guide."""
    file = PICTURES / f"{name}.png"
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")


def guide_menu_item() -> MenuItem:
    return MenuItem(_("Руководство"), reverse("guide"), name="guide", icon_name="help", order=20_000)


urlpatterns = [
    path("rukovodstvo/", require_admin_access(GuideView.as_view()), name="guide"),
    path("rukovodstvo/<slug:slug>/", require_admin_access(GuideView.as_view()), name="guide_chapter"),
    # A slug and an ending: nothing that could climb out of the folder.
    path("rukovodstvo/kartinki/<slug:name>.png", require_admin_access(picture), name="guide_picture"),
]
