"""The states of a copy and of the updates that its source sends."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class CopyMode(models.TextChoices):
    """What a change of the source does to the copy."""

    FOLLOW = "follow", _("обновлять сразу")
    HOLD = "hold", _("сначала показывать мне")
    DETACHED = "detached", _("больше не следить")


class CopyState(models.TextChoices):
    """Whether the source still gives what the copy shows."""

    CURRENT = "current", _("опубликован у источника")
    WITHDRAWN = "withdrawn", _("снят источником")


class UpdateState(models.TextChoices):
    """What the editor of the copy decided about a new version."""

    WAITING = "waiting", _("ждёт решения")
    ACCEPTED = "accepted", _("принято целиком")
    PARTLY = "partly", _("принято частично")
    DECLINED = "declined", _("не принято")
    SUPERSEDED = "superseded", _("есть более новая версия")
    WITHDRAWN = "withdrawn", _("источник снят")


#: (from, to): every step that an update can take.
UPDATE_TRANSITIONS: frozenset[tuple[UpdateState, UpdateState]] = frozenset(
    (UpdateState.WAITING, to) for to in UpdateState if to != UpdateState.WAITING
)
