"""How a link is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkState(models.TextChoices):
    """What the last question to the site told; the words stand in the report and in the form."""

    NEW = "new", _("ещё не проверена")
    ALIVE = "alive", _("открывается")
    MOVED = "moved", _("ведёт на другой адрес")
    CLOSED = "closed", _("открывается не всем")
    SILENT = "silent", _("сайт не ответил, проверим ещё раз")
    DEAD = "dead", _("не открывается")
    MISWRITTEN = "miswritten", _("адрес написан с ошибкой")
    UNASKED = "unasked", _("не проверяется")


#: What somebody should mend.
BAD = (LinkState.DEAD, LinkState.MISWRITTEN, LinkState.MOVED)
#: Of which nobody knows whether they open.
UNKNOWN = (LinkState.NEW, LinkState.UNASKED)
