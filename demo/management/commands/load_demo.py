"""``manage.py load_demo``: the invented region, once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from demo.guard import require_demo_settings
from demo.load.region import ForeignDataError, load_region


class Command(BaseCommand):
    help = "Загружает вымышленную Северореченскую область. Повторный запуск ничего не меняет."

    def handle(self, *args: Any, **options: Any) -> None:
        require_demo_settings()
        try:
            is_new = load_region(timezone.localdate(), say=self._say)
        except ForeignDataError:
            raise CommandError(
                _(
                    "В базе уже есть другие муниципалитеты или наставники, вымышленный регион к ним не добавляется. "
                    "Укажите пустую базу в переменной DATABASE_URL."
                )
            ) from None
        if not is_new:
            self._say(_("Регион уже загружен, данные оставлены как есть."))

    def _say(self, message: str) -> None:
        self.stdout.write(f"    {message}")
        self.stdout.flush()
