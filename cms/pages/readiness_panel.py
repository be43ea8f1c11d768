"""The list at the top of a form: what a publication still waits for, each line leading to its field."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from cms.pages.readiness import Need


class ReadinessPanel(Panel):
    """Shows every need of the page with its state; ``static/js/readiness.js`` keeps the states while one writes."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/readiness_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            gaps = self.instance.gaps()
            missing = {need.field for need in gaps} | self.instance.unfinished()
            asked = {need.field for need in self.instance.needs}
            needs = (*self.instance.needs, *(need for need in gaps if need.field not in asked))
            lines = [(need, need.field not in missing, self._anchor(need)) for need in needs]
            ready = self._words_of_a_ready_page(parent_context)
            return context | {"lines": lines, "missing": len(missing), "ready": ready}

        def _words_of_a_ready_page(self, parent_context: Any) -> str:
            """What this very person can do with a page that lacks nothing."""
            parent = (parent_context or {}).get("parent_page")
            place = self.instance if self.instance.pk else parent
            if place is None:
                return _("Всё заполнено.")
            rights = place.permissions_for_user(self.request.user)
            may_publish = rights.can_publish() if self.instance.pk else rights.can_publish_subpage()
            if self.instance.live and self.instance.pk and not self.instance.has_unpublished_changes:
                return self._words_of_a_published_page(may_publish)
            if may_publish:
                return _("Всё заполнено: можно публиковать.")
            if place.has_workflow and not (self.instance.pk and self.instance.workflow_in_progress):
                return _("Всё заполнено: отправьте на рассмотрение (стрелка рядом с «Сохранить черновик»).")
            if self.instance.pk and self.instance.workflow_in_progress:
                return _("Всё заполнено, страница на рассмотрении.")
            return _("Всё заполнено. Публикует редактор раздела: сохраните черновик и скажите ему.")

        def _words_of_a_published_page(self, may_publish: bool) -> str:
            """Visitors see this very text; the words say how a correction of it gets there."""
            if may_publish:
                return _("Страница опубликована. Правка появится на сайте, когда вы нажмёте «Опубликовать».")
            if self.instance.has_workflow:
                return _(
                    "Страница опубликована. Чтобы исправить её, сохраните правку черновиком и отправьте "
                    "на рассмотрение (стрелка рядом с «Сохранить черновик»): до решения на сайте прежний текст."
                )
            return _(
                "Страница опубликована. Правку сохраните черновиком и скажите редактору раздела: публикует он, "
                "до этого на сайте прежний текст."
            )

        def _anchor(self, need: Need) -> str:
            """A list of parts is reached by its button «Добавить», a field by itself."""
            return f"id_{need.field}-ADD" if need.field in self.form.formsets else f"id_{need.field}"
