"""`manage.py search_status`: does the index say what the database says?"""

from typing import Any

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.wording import agree
from search.engines import get_engine
from search.freshness import installing
from search.interface.engine import Drift, Status, Unindexed
from search.registry import registry

SHOWN = 10  # ids named of each sort of disagreement


class Command(BaseCommand):
    """Compares documents by content; exit code 1 where index and database disagree or triggers are missing."""

    help = _("Сверяет индекс поиска с базой данных. Код завершения 1, если они расходятся.")

    def handle(self, *args: Any, **options: Any) -> None:
        healthy = self._triggers()
        for registration in registry:
            healthy &= self._kind(registration.kind, get_engine().status(registration.kind))
        if not healthy:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS(_("Расхождений нет.")))

    def _triggers(self) -> bool:
        lost = sorted({trigger.table for trigger in installing.missing()})
        if lost:
            self.stderr.write(
                _("Нет триггеров у таблиц: %(tables)s. Исправить: manage.py migrate") % {"tables": ", ".join(lost)}
            )
        return not lost

    def _kind(self, kind: str, status: Status) -> bool:
        noun = agree(status.documents, "документ", "документа", "документов")
        size = filesizeformat(status.size)
        self.stdout.write(f"{kind}: {status.documents} {noun}, {size}")
        if status.pending:
            self.stdout.write(_("  ждут индексации: %(count)d") % {"count": status.pending})
        if not status.schema_is_current:
            self.stderr.write(_("  индекс построен для другого описания данных"))
        if status.behind:
            self.stdout.write(_("  ждут доставки на сервер поиска: %(count)d") % {"count": status.behind})
        if status.failure:
            self.stderr.write(
                _(
                    "  сервер поиска не отвечает, ищет база данных: %(why)s\n"
                    "  изменения сохранены и уйдут, когда он ответит"
                )
                % {"why": status.failure}
            )
        self._unindexed(status.unindexed)
        self._drift(status.drift)
        if status.drift or not status.schema_is_current:
            self.stderr.write(_("Индекс расходится с базой. Исправить: manage.py rebuild_search"))
        return status.schema_is_current and not (status.drift or status.failure or status.unindexed)

    def _unindexed(self, unindexed: tuple[Unindexed, ...]) -> None:
        if not unindexed:
            return
        self.stderr.write(_("  не удалось внести в поиск: %(count)d; попытки повторяются") % {"count": len(unindexed)})
        for one in unindexed[:SHOWN]:
            self.stderr.write(f"    {one.name} (id {one.id}): {one.reason}")
        if len(unindexed) > SHOWN:
            self.stderr.write("    …")

    def _drift(self, drift: Drift) -> None:
        for label, ids in (
            (_("нет в индексе"), drift.missing),
            (_("лишние в индексе"), drift.extra),
            (_("отличаются"), drift.different),
        ):
            if ids:
                named = ", ".join(map(str, ids[:SHOWN])) + (" …" if len(ids) > SHOWN else "")
                self.stderr.write(f"  {label}: {len(ids)} (id {named})")
