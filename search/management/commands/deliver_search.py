"""`manage.py deliver_search`: bring the search cluster up to the database's index, once or for ever."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils.translation import gettext as _

from search.elastic.errors import ServerFailed
from search.engines import get_engine
from search.registry import registry

if TYPE_CHECKING:  # its library is not there where the search is embedded
    from search.elastic.engine import ServerEngine


class Command(BaseCommand):
    """Sends what waits, and builds an index that is missing or cannot be continued."""

    help = _("Доставляет изменения на сервер поиска; недостающий индекс строит.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help=_("Повторять с такой паузой, не завершаясь.")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        engine: Any = get_engine()
        if not hasattr(engine, "deliver"):
            raise CommandError(
                _("Поиск встроен в базу данных: доставлять некуда. Задайте ELASTICSEARCH_URL или OPENSEARCH_URL.")
            )
        while True:
            failure = self._deliver(engine)
            if options["watch"] is None:
                if failure:
                    raise CommandError(failure)
                return
            time.sleep(max(0.1, options["watch"]))
            close_old_connections()

    def _deliver(self, engine: ServerEngine) -> str:
        """Deliver every kind; what went wrong, in words."""
        for registration in registry:
            try:
                if not engine.deliver(registration.kind):
                    return str(_("Индекс «%(kind)s» ещё не догнал базу данных.") % {"kind": registration.kind})
            except ServerFailed as error:
                self.stderr.write(_("Сервер поиска не отвечает: %(why)s") % {"why": error})
                return str(_("Доставка не удалась; изменения сохранены и уйдут позже."))
        self.stdout.write(self.style.SUCCESS(_("Сервер поиска знает всё, что знает база данных.")))
        return ""
