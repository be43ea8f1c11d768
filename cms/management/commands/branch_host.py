"""``manage.py branch_host klyuchi nastavnik.klyuchi.ru``: the branch of a municipality gets a host of its own."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.actions import Refused
from cms.branches.hosts import GiveHost, HostAction, TakeHostAway
from cms.territories.models import Municipality


class Command(BaseCommand):
    help = (
        "Даёт разделу муниципалитета свой адрес; с --remove раздел снова живёт только на сайте области. Имя сначала "
        "добавляют в ALLOWED_HOSTS."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help=_("код муниципалитета"))
        parser.add_argument("host", nargs="?", default="", help=_("имя хоста: nastavnik.raion.ru"))
        parser.add_argument("--remove", action="store_true", help=_("убрать свой адрес"))

    def handle(self, *args: Any, code: str, host: str, remove: bool, **options: Any) -> None:
        municipality = Municipality.objects.filter(code=code).first()
        if municipality is None:
            raise CommandError(_("Нет муниципалитета с кодом «%s».") % code)
        if bool(host) == remove:
            raise CommandError(_("Назовите имя хоста или напишите --remove."))
        action: HostAction = TakeHostAway(municipality, None) if remove else GiveHost(municipality, None, host)
        try:
            action.execute()
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(_("Готово. Теперь перезапустите сайт и обновите индекс поиска: manage.py rebuild_search."))
