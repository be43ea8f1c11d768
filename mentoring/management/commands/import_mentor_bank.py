"""manage.py import_mentor_bank FILE: the Mentor Bank from CSV or XLSX."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.territories.models import Municipality
from mentoring.bank.exports.tables import write_table
from mentoring.bank.imports.apply import ApplyImport
from mentoring.bank.imports.columns import UNCLEAR, Certainty, Field
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.mapping import mapped
from mentoring.bank.imports.options import SEPARATE, SKIP, ConsentBasis, ImportOptions
from mentoring.bank.imports.plan import Plan, make_plan
from mentoring.bank.imports.remembering import recalled, remember
from mentoring.bank.imports.reports import mending_table, report_rows, report_table, summary, unknown_lines
from mentoring.bank.imports.sheets import Layout, Sheet
from mentoring.bank.imports.sources import fields_for, open_sheet
from mentoring.bank.imports.verdicts import TAKEN, Verdict
from mentoring.reference.models import Subject
from mentoring.reference.seeding import seed_reference

HELP = """Загрузить Банк наставников из файла .csv или .xlsx.

Муниципалитет берётся из столбца «Район» или задаётся ключом --municipality для всего файла. Файл загружается
целиком одной транзакцией: прерванная загрузка не оставляет следов. Повторная загрузка того же файла ничего
не меняет. Пустая ячейка ничего не стирает.

Если файл можно прочитать по-разному, команда останавливается с вопросами и ничего не записывает. Ответы дают
ключами --map, --sheet, --own и --mentee, например:

    import_mentor_bank FILE --map "ФИО педагога=full_name" --map D=subjects --map "Стаж="

Слева заголовок столбца или его буква, справа поле; пустое поле значит «не загружать». Поля:
{fields}.

Организации и муниципалитеты, которых нет в справочнике, создаются с ключом --create-places; посмотрите на них
сначала с ключом --dry-run. Без него создаётся только первый список: в пустом регионе или в муниципалитете, где ещё
нет организаций. С ключом --known-places-only не создаётся ничего.

Без основания публикации (--consent-holder и --consent-since) строки становятся заявками, которых не видят
посетители.
""".format(fields=", ".join(f"{field.value} ({field.label})" for field in Field))


class Command(BaseCommand):
    """Imports a file; the exit code is 1 when the file is refused or no row could be taken."""

    help = HELP

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--municipality", metavar="CODE", help=_("код муниципалитета для всего файла"))
        parser.add_argument("--dry-run", action="store_true", help=_("показать итог по строкам и ничего не записать"))
        places = parser.add_mutually_exclusive_group()
        places.add_argument(
            "--create-places",
            action="store_true",
            help=_("создать организации и муниципалитеты, которых нет в справочнике"),
        )
        places.add_argument(
            "--known-places-only",
            action="store_true",
            help=_("не создавать ничего, даже первого списка организаций"),
        )
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar=_("СТОЛБЕЦ=ПОЛЕ"),
            help=_("что в столбце: заголовок или буква столбца, знак равенства, поле; ключ повторяют"),
        )
        parser.add_argument("--sheet", default="", metavar=_("ЛИСТ"), help=_("название листа книги"))
        parser.add_argument("--heading", type=int, metavar="N", help=_("номер строки с названиями столбцов"))
        parser.add_argument("--hidden-rows", action="store_true", help=_("загрузить и скрытые строки"))
        parser.add_argument("--consent-holder", metavar="КТО", help=_("у кого хранятся согласия: «МБУ ЦРО»"))
        parser.add_argument("--consent-since", type=date.fromisoformat, metavar="ГГГГ-ММ-ДД", help=_("с какого дня"))
        whose = parser.add_mutually_exclusive_group()
        whose.add_argument("--own", action="store_true", help=_("«Стаж» и «Категория» – самого наставника"))
        whose.add_argument("--mentee", action="store_true", help=_("«Стаж» и «Категория» – наставляемого"))
        parser.add_argument(
            "--duplicates",
            choices=("ask", SKIP, SEPARATE),
            default="ask",
            help=_("тёзки: показать (ask), пропустить (skip) или записать отдельными людьми (separate)"),
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help=_("сохранить отчёт: .csv или .xlsx"))
        parser.add_argument("--rest", type=Path, metavar="FILE", help=_("сохранить строки для исправления"))

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            with path.open("rb") as file:
                layout = Layout(options["sheet"], options["heading"], options["hidden_rows"])
                sheet = open_sheet(file, path.name, layout)
        except OSError as problem:
            raise CommandError(_("Файл «%s» не открывается. Проверьте путь и права.") % path) from problem
        except FileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        municipality = _municipality(options["municipality"])
        sheet = recalled(sheet, municipality)
        answers = {**_whose(sheet, options), **mapped(sheet, options["map"])}
        self._stop_with_questions(sheet, answers)
        with transaction.atomic():
            plan = self._import(sheet, answers, options)
            if answers:
                taken = {str(index): field.value for index, field in fields_for(sheet, answers).items()}
                remember(sheet, municipality, taken)
            transaction.set_rollback(options["dry_run"])
        self._report(plan, sheet, options)

    def _stop_with_questions(self, sheet: Sheet, answers: dict[int, Field | None]) -> None:
        """The command is no more trusting than the pages: what they would ask, it asks."""
        questions = sheet.unanswered(answers)
        if questions:
            for note in sheet.notes:
                self.stdout.write(note)
            ask = _("Файл можно прочитать по-разному, ничего не записано. Ответьте ключами --map, --sheet, --own:")
            raise CommandError("\n".join([ask, *(f"  – {question}" for question in questions)]))

    def _import(self, sheet: Sheet, answers: dict[int, Field | None], options: dict[str, Any]) -> Plan:
        if not Subject.objects.exists():
            seed_reference()  # a site that has just been set up knows no subjects yet
        fields = fields_for(sheet, answers)
        self._say_columns(sheet, fields)
        chosen = _options(options)
        if options["duplicates"] != "ask":
            chosen = _with_decisions(chosen, make_plan(sheet.rows, fields, chosen), options["duplicates"])
        return ApplyImport(sheet.rows, fields, chosen, file_name=sheet.name).execute().plan

    def _say_columns(self, sheet: Sheet, fields: dict[int, Field]) -> None:
        for note in sheet.notes:
            self.stdout.write(note)
        for column in sheet.columns:
            field = fields.get(column.index)
            if column.unclear and field:
                self.stdout.write(
                    _("Столбец «%(heading)s» прочитан как «%(field)s» (иначе: --own или --mentee).")
                    % {"heading": column.heading, "field": field.label}
                )
            elif field is None and column.certainty == Certainty.ANOTHER:
                self.stdout.write(_("Столбец «%s» не прочитан: он о другом человеке.") % column.heading)
            elif field is None and column.certainty != Certainty.IGNORED:
                self.stdout.write(_("Столбец «%s» не прочитан.") % column.heading)

    def _report(self, plan: Plan, sheet: Sheet, options: dict[str, Any]) -> None:
        rows = report_rows(plan)
        for row in rows:
            if options["dry_run"] or options["verbosity"] > 1 or row.is_to_mend:
                notes = f": {'; '.join(row.notes)}" if row.notes else ""
                self.stdout.write(f"{_('строка')} {row.number}, {row.name} – {row.verdict_label}{notes}")
        for line in [*plan.notes, *(_("Нет в справочнике: %s") % line for line in unknown_lines(plan))]:
            self.stdout.write(line)
        if options["report"]:
            write_table(options["report"], report_table(rows))
        if options["rest"]:
            write_table(options["rest"], mending_table(sheet.heading.cells, rows))
        self.stdout.write(summary(plan) + (_(". Ничего не записано: проверка.") if options["dry_run"] else "."))
        fine = TAKEN | {Verdict.UNCHANGED, Verdict.REPEATED, Verdict.SKIPPED}
        if not any(row.verdict in fine for row in rows):
            raise CommandError(_("Ни одна строка не загружена. Причины – выше."))


def _whose(sheet: Sheet, options: dict[str, Any]) -> dict[int, Field | None]:
    """The user's word about unclear columns."""
    if not (options["own"] or options["mentee"]):
        return {}
    return {
        column.index: UNCLEAR[column.unclear][0 if options["own"] else 1] for column in sheet.columns if column.unclear
    }


def _options(options: dict[str, Any]) -> ImportOptions:
    return ImportOptions(
        municipality=_municipality(options["municipality"]),
        create_organisations=options["create_places"],
        create_municipalities=options["create_places"],
        may_begin_lists=not options["known_places_only"],
        consent=_consent(options["consent_holder"], options["consent_since"]),
    )


def _with_decisions(chosen: ImportOptions, plan: Plan, duplicates: str) -> ImportOptions:
    doubtful = [judged.row.number for judged in plan.rows if judged.verdict == Verdict.DUPLICATE]
    return chosen.deciding(dict.fromkeys(doubtful, duplicates))


def _municipality(code: str | None) -> int | None:
    if not code:
        return None
    found = Municipality.objects.filter(code=code).first()
    if found is None:
        known = ", ".join(Municipality.objects.values_list("code", flat=True)) or _("пока нет ни одного")
        raise CommandError(
            _("Муниципалитета с кодом «%(code)s» нет. Есть: %(known)s.") % {"code": code, "known": known}
        )
    return found.pk


def _consent(holder: str | None, since: date | None) -> ConsentBasis | None:
    if not holder and not since:
        return None
    if not holder or not since:
        raise CommandError(
            _("Основанию публикации нужны и держатель согласий (--consent-holder), и день (--consent-since).")
        )
    if since > timezone.localdate():
        raise CommandError(_("Согласия не могут быть даны в будущем: исправьте --consent-since."))
    return ConsentBasis(holder, since)
