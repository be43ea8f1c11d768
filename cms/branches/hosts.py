"""A municipality's own address: its branch answers at a host of its own, beside its place on the region's site."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http.request import validate_host
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.pages.models import MunicipalityPage
from cms.territories.models import Municipality

#: A name of labels in Latin letters, as a certificate bears it; «наставник.рф» is written as xn--….
HOST_NAME = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


class HostRefused(Refused):
    """The branch cannot answer at this address."""


def is_answered(host: str) -> bool:
    """Whether this installation answers to the name at all."""
    return validate_host(host, settings.ALLOWED_HOSTS)


class HostAction(Action):
    """An action on the address of an open branch."""

    permission = "change"
    thing: Municipality
    home: MunicipalityPage

    def check(self) -> None:
        home = MunicipalityPage.objects.filter(home_of=self.thing).first()
        if home is None:
            raise HostRefused(_("Раздел муниципалитета ещё не открыт. Сначала откройте его."))
        self.home = home

    def own_site(self) -> Site | None:
        """The present address of the branch, if it has one."""
        return Site.objects.filter(root_page=self.home.pk, is_default_site=False).first()


class GiveHost(HostAction):
    """Lets the branch answer at a host of its own; another one takes the place of the old."""

    log_action = "duet.branch.host"

    def __init__(self, municipality: Municipality, user: User | None, host: str) -> None:
        super().__init__(municipality, user)
        self.host = host.strip().lower().rstrip(".")

    def check(self) -> None:
        super().check()
        if not HOST_NAME.fullmatch(self.host):
            raise HostRefused(
                _("«%(host)s» – не имя хоста. Напишите его латиницей, без https:// и без пути: nastavnik.raion.ru.")
                % {"host": self.host}
            )
        if not is_answered(self.host):
            raise HostRefused(
                _("Сервер не отвечает на «%(host)s»: добавьте имя в ALLOWED_HOSTS и перезапустите сайт.")
                % {"host": self.host}
            )
        taken = Site.objects.filter(hostname=self.host).exclude(root_page=self.home.pk).first()
        if taken is not None:
            raise HostRefused(_("Адрес «%(host)s» уже занят другим разделом.") % {"host": self.host})

    def apply(self) -> None:
        main = Site.objects.get(is_default_site=True)
        site = self.own_site() or Site(root_page=self.home)
        site.hostname, site.port, site.site_name = self.host, main.port, self.thing.name
        site.save()

    def log_data(self) -> dict[str, Any]:
        return {"note": self.host}


class TakeHostAway(HostAction):
    """Brings the branch back to its place on the region's site alone."""

    log_action = "duet.branch.host"

    def check(self) -> None:
        super().check()
        if self.own_site() is None:
            raise HostRefused(_("У раздела нет своего адреса."))

    def apply(self) -> None:
        Site.objects.filter(root_page=self.home.pk, is_default_site=False).delete()
