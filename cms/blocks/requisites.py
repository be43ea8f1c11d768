"""Who keeps the site: the centre's own data, written down once and printed wherever a page needs them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.territories.models import Region


class RequisitesBlock(blocks.StaticBlock):
    """Name, founder, address, phone and mailbox of the centre, as «Территории», «Регион» says them today."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "region": Region.objects.order_by("pk").first()}

    class Meta:
        label = _("реквизиты центра")
        icon = "home"
        template = "blocks/requisites.html"
        description = _("Название, учредитель, адрес, телефон и почта из «Территории», «Регион»")
        admin_text = _("Сайт подставит название, учредителя, адрес, телефон и почту центра.")
        preview_value = None
