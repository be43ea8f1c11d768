"""The bank as a download for those who may keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone

from cms.accounts.policies import TerritoryPermissionPolicy
from cms.accounts.territory import User
from mentoring.bank.exports.rows import bank_rows
from mentoring.bank.exports.tables import CSV_TYPE, XLSX_TYPE, csv_chunks, xlsx_chunks
from mentoring.bank.models import Mentor

FORMATS = ("xlsx", "csv")


def table_download(rows: Iterable[Sequence[str]], name: str, file_format: str) -> StreamingHttpResponse:
    """A table as a file that the browser saves; nothing keeps a copy of it on the way."""
    chunks: Iterator[bytes] = csv_chunks(rows) if file_format == "csv" else xlsx_chunks(rows)
    response = StreamingHttpResponse(chunks, content_type=CSV_TYPE if file_format == "csv" else XLSX_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
    response["Cache-Control"] = "private, no-store"
    return response


def bank_download(user: User, mentors: QuerySet[Mentor], file_format: str) -> StreamingHttpResponse:
    """The filtered bank, narrowed to what the user may see; the personal data of others never leave by this door."""
    seen = TerritoryPermissionPolicy(Mentor).instances_user_has_permission_for(user, "view")
    rows = bank_rows(mentors.filter(pk__in=seen.values("pk")))
    return table_download(rows, f"bank-nastavnikov-{timezone.localdate():%Y-%m-%d}", file_format)
