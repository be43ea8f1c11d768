"""manage.py export_mentor_bank FILE: the Mentor Bank to CSV or XLSX."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from cms.territories.models import Municipality
from cms.wording import counted
from mentoring.bank.exports.rows import bank_rows
from mentoring.bank.exports.tables import write_table
from mentoring.bank.models import Mentor


class Command(BaseCommand):
    """Writes the bank in the column order of S4-01, importable again."""

    help = _("Выгрузить Банк наставников в файл .csv или .xlsx; выгрузку можно загрузить снова.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--municipality", metavar="CODE", help=_("только этот муниципалитет"))

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path.suffix.lower() not in {".csv", ".xlsx"}:
            raise CommandError(_("Имя файла должно кончаться на .csv или .xlsx."))
        mentors = Mentor.objects.all()
        if options["municipality"]:
            place = Municipality.objects.filter(code=options["municipality"]).first()
            if place is None:
                raise CommandError(_("Муниципалитета с кодом «%s» нет.") % options["municipality"])
            mentors = mentors.in_municipality(place)
        write_table(path, bank_rows(mentors))
        count = counted(mentors.count(), "наставник", "наставника", "наставников")
        self.stdout.write(_("Выгружено: %(count)s → %(path)s") % {"count": count, "path": path})
