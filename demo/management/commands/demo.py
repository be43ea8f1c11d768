"""``manage.py demo``: everything that a first look needs, from an empty folder to a site in the browser."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from django.utils.translation import gettext as _

from cms import places
from demo import serving
from demo.guard import require_demo_settings
from demo.load.region import is_loaded
from demo.welcome import welcome

REBUILD = "rebuild_search"


class Command(BaseCommand):
    help = "Готовит демо-версию (базу, вымышленный регион, индекс поиска) и запускает сайт."
    requires_system_checks: list[str] = []  # the checks ask tables that the first step creates

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=serving.DEFAULT_PORT, help=_("порт сайта, обычно 8000"))
        parser.add_argument("--prepare", action="store_true", help=_("только подготовить, не запускать сайт"))

    def handle(self, *args: Any, port: int, prepare: bool, **options: Any) -> None:
        require_demo_settings()
        logging.disable(logging.INFO)  # the steps below say what happens; libraries would bury it
        try:
            self._step(1, _("Миграции"), self._migrate)
            self._step(2, _("Регион «Северореченская область»"), self._load)
            self._step(3, _("Индекс поиска"), self._index)
        finally:
            logging.disable(logging.NOTSET)
        if not prepare:
            self._serve(port)

    def _step(self, number: int, title: str, work: Callable[[], bool]) -> None:
        """Announce a step, do it, and say how long it took or that it was done before."""
        self.stdout.write(f"{number}/3 {title} …")
        self.stdout.flush()
        started = time.monotonic()
        outcome = _("готово") if work() else _("уже готово")
        self.stdout.write(f"    {outcome}, {time.monotonic() - started:.0f} с")

    def _migrate(self) -> bool:
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        call_command("migrate", interactive=False, verbosity=0, database=DEFAULT_DB_ALIAS)
        return True

    def _load(self) -> bool:
        if is_loaded():
            return False
        _index_mark().unlink(missing_ok=True)
        call_command("load_demo", stdout=self.stdout)
        return True

    def _index(self) -> bool:
        """Build the index anew unless that was finished before; without a search engine there is nothing to do."""
        mark = _index_mark()
        if mark.exists() or REBUILD not in get_commands():
            return False
        call_command(REBUILD, stdout=self.stdout)
        mark.touch()
        return True

    def _serve(self, wanted: int) -> None:
        try:
            port = serving.free_port(wanted)
        except OSError as error:
            raise CommandError(_("Порты %(range)s заняты. Выберите другой: --port 9000") % {"range": error}) from None
        if port != wanted:
            self.stdout.write(_("Порт %(taken)d занят, беру %(port)d.") % {"taken": wanted, "port": port})
        site = f"http://{serving.HOST}:{port}"
        self.stdout.write(welcome(f"{site}/", site + reverse("wagtailadmin_home")))
        connection.close()
        serving.serve(port, places.ROOT)


def _index_mark() -> Path:
    """A file beside the database: the index was built to the end, an interrupted build begins again."""
    return Path(settings.MEDIA_ROOT).parent / "demo-index.ready"
