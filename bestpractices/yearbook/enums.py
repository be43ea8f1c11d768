"""Where a year book stands, with named sets of states and the table of moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BookState(models.TextChoices):
    """Where a year book stands."""

    DRAFT = "draft", _("черновик")
    SENT = "sent", _("отправлен в региональный центр")
    ACCEPTED = "accepted", _("принят")
    RETURNED = "returned", _("возвращён с замечанием")
    WITHDRAWN = "withdrawn", _("отозван школой")


#: The school writes; in every other state the words are those of the edition that was sent.
WRITING_STATES = frozenset({BookState.DRAFT, BookState.RETURNED, BookState.WITHDRAWN})
#: The centre has an edition before its eyes, or has decided about it.
HANDED_OVER_STATES = frozenset({BookState.SENT, BookState.ACCEPTED})
#: What visitors read has been read by the centre, in exactly this wording.
PUBLISHABLE_STATES = frozenset({BookState.ACCEPTED})

#: What may follow a state; every other move is refused.
TRANSITIONS: dict[BookState, frozenset[BookState]] = {
    BookState.DRAFT: frozenset({BookState.SENT}),
    BookState.SENT: frozenset({BookState.ACCEPTED, BookState.RETURNED, BookState.WITHDRAWN}),
    BookState.ACCEPTED: frozenset({BookState.RETURNED, BookState.WITHDRAWN}),
    BookState.RETURNED: frozenset({BookState.SENT}),
    BookState.WITHDRAWN: frozenset({BookState.SENT}),
}


class MaterialKind(models.TextChoices):
    """What a line of the second part is."""

    EVENT = "event", _("событие")
    NEWS = "news", _("новость")
    DOCUMENT = "document", _("документ")
    IMAGE = "image", _("картинка")
