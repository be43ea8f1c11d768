from django.utils.translation import gettext as _


class FileRefused(Exception):
    """A file that cannot be imported: its name, the spreadsheet row where known, and the reason in Russian."""

    def __init__(self, name: str, reason: str, row: int | None = None) -> None:
        self.name = name
        self.reason = reason
        self.row = row
        super().__init__(str(self))

    def __str__(self) -> str:
        if self.row is None:
            return _("«%(name)s»: %(reason)s") % {"name": self.name, "reason": self.reason}
        return _("«%(name)s», строка %(row)d: %(reason)s") % {
            "name": self.name,
            "row": self.row,
            "reason": self.reason,
        }
