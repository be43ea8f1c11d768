"""``manage.py load_reference``: subjects, directions, audiences and deficits for a new site."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from cms.wording import counted
from mentoring.duets.first_questions import seed_questions
from mentoring.reference.seeding import seed_reference


class Command(BaseCommand):
    help = "Заполняет справочники нового сайта. Повторный запуск добавляет только недостающее."

    def handle(self, *args: Any, **options: Any) -> None:
        created = seed_reference() + seed_questions()
        if created:
            self.stdout.write(_("Добавлено: %s.") % counted(created, "запись", "записи", "записей"))
        else:
            self.stdout.write(_("Справочники уже заполнены."))
