"""What may be attached as a closed file, and how it is handed out."""

from __future__ import annotations

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.utils.translation import gettext as _

from mentoring.programmes.stages.models import StageResult

#: The largest file, in bytes.
LARGEST = 10 * 1024 * 1024
KINDS = frozenset({".pdf", ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods", ".csv"})


def check_file(file: UploadedFile) -> None:
    """Raise ``ValidationError`` for a file that is too large or no document."""
    if PurePath(file.name or "").suffix.lower() not in KINDS:
        raise ValidationError(_("Подойдёт документ или таблица: PDF, DOCX, ODT, XLSX, ODS, CSV."))
    if (file.size or 0) > LARGEST:
        raise ValidationError(_("Файл больше 10 МБ. Сожмите его или разделите на части."))


def file_response(result: StageResult) -> FileResponse:
    """The closed file as an attachment that no cache keeps."""
    name = f"{result.get_kind_display()}{PurePath(result.file.name or '').suffix}"
    response = FileResponse(result.file.open("rb"), as_attachment=True, filename=name)
    response["Cache-Control"] = "no-store, private"
    return response
