"""Registers by ``wagtail_modeladmin`` whose rights come from the policy registry, as everywhere else."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import CreateView

from cms.accounts.permissions import is_territorial, visible_to
from cms.accounts.territory import User, municipality_of, territory_of
from cms.declension import declined
from cms.lists.views import WordsSearchHandler
from cms.wording import within


class PolicyPermissionHelper(PermissionHelper):
    """Asks Wagtail's permission policy of the model, for the very object where there is one."""

    def user_can_list(self, user: User) -> bool:
        policy = policy_registry.get_by_type(self.model)
        return bool(policy.user_has_any_permission(user, ["view", "add", "change", "delete"]))

    def user_can_create(self, user: User) -> bool:
        return bool(policy_registry.get_by_type(self.model).user_has_permission(user, "add"))

    def user_can_inspect_obj(self, user: User, obj: Any) -> bool:
        return self.inspect_view_enabled and self._can(user, "view", obj)

    def user_can_edit_obj(self, user: User, obj: Any) -> bool:
        return self._can(user, "change", obj)

    def user_can_delete_obj(self, user: User, obj: Any) -> bool:
        return self._can(user, "delete", obj)

    def _can(self, user: User, action: str, obj: Any) -> bool:
        """A register's objects come straight from the database, so a row costs no query to ask about its place."""
        if is_territorial(self.model):
            return territory_of(user, self.model._meta.label_lower, [action]).covers(municipality_of(obj))
        return bool(policy_registry.get_by_type(self.model).user_has_permission_for_instance(user, action, obj))


class PlainButtons(ButtonHelper):
    """«Добавить организацию»: what is added stands in the accusative."""

    def add_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        name = declined(within(str(self.verbose_name)), "вин")
        return {**super().add_button(*args, **kwargs), "label": _("Добавить %(name)s") % {"name": name}, "title": ""}


class AddView(CreateView):
    """The form of a new entry."""

    page_title = _("Новая запись")


class Register(ModelAdmin):
    """A reference table or register; a municipal one lists only the user's own territory.

    ``menu_hook`` names the hook of the menu group in which it stands.
    """

    permission_helper_class = PolicyPermissionHelper
    button_helper_class = PlainButtons
    create_view_class = AddView
    add_to_admin_menu = False
    menu_hook: str = ""
    search_handler_class = WordsSearchHandler
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        things = super().get_queryset(request)
        if not is_territorial(self.model):
            return things
        nearest = self.model.territory_path.rpartition("__")[0]
        return visible_to(request.user, things.select_related(nearest) if nearest else things)
