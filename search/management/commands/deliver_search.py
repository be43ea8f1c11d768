"""`manage.py deliver_search`: bring the search cluster up to the database's index, once or for ever."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils.translation import gettext as _

from search.delivery import deliver_once, has_server
from search.interface.errors import EngineUnavailable


class Command(BaseCommand):
    """Sends what waits, and builds an index that is missing or cannot be continued."""

    help = _("Доставляет изменения на сервер поиска; недостающий индекс строит.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help=_("Повторять с такой паузой, не завершаясь.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not has_server():
            raise CommandError(
                _("Поиск встроен в базу данных: доставлять некуда. Задайте ELASTICSEARCH_URL или OPENSEARCH_URL.")
            )
        while True:
            failure = self._deliver()
            if options["watch"] is None:
                if failure:
                    raise CommandError(failure)
                return
            time.sleep(max(0.1, options["watch"]))
            close_old_connections()

    def _deliver(self) -> str:
        """Deliver everything; what went wrong, in words."""
        try:
            sent = deliver_once()
        except EngineUnavailable as error:
            self.stderr.write(_("Сервер поиска принял не всё: %(why)s") % {"why": error})
            return str(_("Доставка не закончена; изменения сохранены и уйдут позже."))
        self.stdout.write(
            self.style.SUCCESS(_("Сервер поиска знает всё, что знает база данных. Отправлено: %d.") % sent)
        )
        return ""
