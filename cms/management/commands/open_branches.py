"""``manage.py open_branches``: the sections of the region and of the municipalities, with their groups and files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.branches.building import NoHomePageError, build_branches
from cms.territories.models import Municipality
from cms.wording import counted


class Command(BaseCommand):
    help = (
        "Готовит разделы области и дополняет открытые разделы муниципалитетов; с кодами муниципалитетов или --all "
        "открывает новые. Возвращает состав групп к назначениям. Повторный запуск добавляет только недостающее."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("codes", nargs="*", help=_("коды муниципалитетов, чьи разделы открыть"))
        parser.add_argument("--all", action="store_true", dest="everywhere", help=_("открыть всем участвующим"))

    def handle(self, *args: Any, codes: list[str], everywhere: bool, **options: Any) -> None:
        chosen = Municipality.objects.active() if everywhere else Municipality.objects.with_branch_or(codes)
        unknown = set(codes) - set(Municipality.objects.values_list("code", flat=True))
        if unknown:
            raise CommandError(_("Нет муниципалитетов с кодами: %s.") % ", ".join(sorted(unknown)))
        try:
            branches = build_branches(chosen)
        except NoHomePageError as error:
            raise CommandError(str(error)) from error
        number = counted(len(branches), "муниципалитета", "муниципалитетов", "муниципалитетов")
        self.stdout.write(_("Готовы разделы области и %s.") % number)
