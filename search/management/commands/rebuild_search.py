"""`manage.py rebuild_search`: index everything anew while the site serves."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.wording import agree
from search.engines import get_engine
from search.freshness import installing
from search.interface.engine import Engine, Progress
from search.interface.errors import SearchError, UnknownKind
from search.registry import registry


class Command(BaseCommand):
    """Builds a new index beside the living one and swaps them; searches never fail meanwhile."""

    help = _("Строит индекс поиска заново, не останавливая сайт.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kinds", nargs="*", help=_("Что индексировать; без указания — всё."))

    def handle(self, *args: Any, **options: Any) -> None:
        installing.install()
        engine = get_engine()
        try:
            kinds = [registry.get(kind).kind for kind in options["kinds"]] or [one.kind for one in registry]
        except UnknownKind as error:
            raise CommandError(_("В поиске нет раздела «%(kind)s».") % {"kind": error}) from error
        report = self._report if options["verbosity"] else None
        failed = [why for kind in kinds if (why := self._rebuild(engine, kind, report))]
        if failed:
            raise CommandError("\n".join(failed))

    def _rebuild(self, engine: Engine, kind: str, report: Callable[[Progress], None] | None) -> str:
        """What went wrong, or nothing; the other kinds go on, for without the cluster the database answers for all."""
        self.stdout.write(_("Строим индекс «%(kind)s» …") % {"kind": kind})
        try:
            documents = engine.rebuild(kind, report)
        except SearchError as error:
            return _("Индекс «%(kind)s» не построен: %(why)s") % {"kind": kind, "why": error}
        noun = agree(documents, "документ", "документа", "документов")
        done = _("Готово: «%(kind)s», %(count)d %(noun)s.") % {"kind": kind, "count": documents, "noun": noun}
        self.stdout.write(self.style.SUCCESS(done))
        return ""

    def _report(self, progress: Progress) -> None:
        self.stdout.write(
            _("  %(done)d из %(total)d, %(rate)d в секунду, осталось %(left)d с")
            % {"done": progress.done, "total": progress.total, "rate": progress.rate, "left": progress.left}
        )
