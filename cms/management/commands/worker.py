"""`manage.py worker`: all background work of the site, in one process."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from cms.work.worker import Worker


class Command(BaseCommand):
    """Works until it is told to end (SIGTERM, Ctrl+C); what is being done is finished first."""

    help = _("Делает фоновую работу сайта: письма, задачи, напоминания, доставку в поиск.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help=_("сделать то, что уже ждёт, и завершиться"))

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker()
        if once:
            done = worker.work_off()
            self.stdout.write(_("Сделано задач: %(count)d.") % {"count": done})
            return
        ending = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_args: ending.set())
        worker.start()
        self.stdout.write(_("Фоновая работа началась. Завершить: Ctrl+C"))
        self.stdout.flush()
        ending.wait()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)  # a second one ends at once
        worker.stop()
