from django.db import models
from django.utils.translation import gettext_lazy as _


class AdoptionState(models.TextChoices):
    """How far a school has come with somebody else's practice."""

    TAKEN = "taken", _("собирается применять")
    RUNNING = "running", _("применяет")
    CONFIRMED = "confirmed", _("результат подтвердился")
    STOPPED = "stopped", _("не подошло")


#: The states in which a practice is in use; the others ended without it.
IN_USE = frozenset({AdoptionState.TAKEN, AdoptionState.RUNNING, AdoptionState.CONFIRMED})

#: (from, to): every step that an adoption can take.
TRANSITIONS: frozenset[tuple[AdoptionState, AdoptionState]] = frozenset(
    {
        (AdoptionState.TAKEN, AdoptionState.RUNNING),
        (AdoptionState.TAKEN, AdoptionState.STOPPED),
        (AdoptionState.RUNNING, AdoptionState.CONFIRMED),
        (AdoptionState.RUNNING, AdoptionState.STOPPED),
        (AdoptionState.STOPPED, AdoptionState.RUNNING),
        (AdoptionState.CONFIRMED, AdoptionState.RUNNING),
    }
)
