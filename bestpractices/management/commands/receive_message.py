"""Brings the copies here up to a message that another installation has sent as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from bestpractices.republication.documents.document import InvalidDocument
from bestpractices.republication.envelopes import opened
from bestpractices.republication.files import keep_named, missing_files
from bestpractices.republication.messages import Message
from bestpractices.republication.receiving import receive
from cms.wording import counted


class Command(BaseCommand):
    """``receive_message practice.json [--files folder]``; what it cannot believe changes nothing."""

    help = "Bring the copies here up to a message that another installation has sent."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the message, JSON of the published form")
        parser.add_argument("--files", type=Path, help="a folder with the documents and pictures that it names")

    def handle(self, *args: Any, **options: Any) -> None:
        with override("ru"):
            try:
                with options["file"].open("rb") as file:
                    message = opened(file)
            except OSError as error:
                raise CommandError(_("Файл %(name)s не открывается.") % {"name": options["file"]}) from error
            except InvalidDocument as error:
                raise CommandError(str(error)) from error
            self._keep(message, options["files"])
            heard = receive(message)
            told = counted(heard, _("копия"), _("копии"), _("копий"))
            self.stdout.write(
                _("Сообщение принято, его учли: %(copies)s.") % {"copies": told}
                if heard
                else _("Ничего не изменилось: копий этого материала здесь нет, или они уже знают более новое.")
            )

    def _keep(self, message: Message, folder: Path | None) -> None:
        document = message.read()
        if document is None:
            return
        if folder is not None:
            keep_named(document, [path for path in sorted(folder.iterdir()) if path.is_file()])
        if missing := missing_files(document):
            names = ", ".join(missing)
            raise CommandError(_("Не хватает файлов: %(names)s. Положите их в папку --files.") % {"names": names})
