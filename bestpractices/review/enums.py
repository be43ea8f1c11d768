"""Where a practice stands, and what may follow."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The stages of a review; the region chooses which of them are asked, and in what order."""

    MUNICIPAL = "municipal", _("Район")
    EXPERTS = "experts", _("Экспертиза")
    REGION = "region", _("Регион")


class State(models.TextChoices):
    """Where a practice stands; derived from Wagtail's workflow, never stored."""

    DRAFT = "draft", _("черновик")
    MUNICIPAL = "municipal", _("на проверке района")
    EXPERTS = "experts", _("на экспертизе")
    REGION = "region", _("на решении региона")
    RETURNED = "returned", _("возвращена на доработку")
    REJECTED = "rejected", _("отклонена")
    PUBLISHED = "published", _("опубликована")
    WITHDRAWN = "withdrawn", _("снята с публикации")


#: States in which the text is locked: somebody is reading exactly these words.
UNDER_REVIEW = frozenset({State.MUNICIPAL, State.EXPERTS, State.REGION})

STATE_OF_STAGE = {Stage.MUNICIPAL: State.MUNICIPAL, Stage.EXPERTS: State.EXPERTS, Stage.REGION: State.REGION}


class Move(models.TextChoices):
    """What is done to a practice in its review."""

    SUBMIT = "submit", _("Отправлена на проверку")
    APPROVE = "approve", _("Одобрена")
    RETURN = "return", _("Возвращена с замечаниями")
    REJECT = "reject", _("Отклонена")
    RECALL = "recall", _("Отозвана автором")
    REOPEN = "reopen", _("Возвращена в работу")
    WITHDRAW = "withdraw", _("Снята с публикации")


#: Which moves a state allows; only what is on the site can be withdrawn. Where SUBMIT and APPROVE lead follows from
#: the region's stages.
MOVES: dict[State, frozenset[Move]] = {
    State.DRAFT: frozenset({Move.SUBMIT}),
    State.MUNICIPAL: frozenset({Move.APPROVE, Move.RETURN, Move.REJECT, Move.RECALL}),
    State.EXPERTS: frozenset({Move.APPROVE, Move.RETURN, Move.REJECT, Move.RECALL}),
    State.REGION: frozenset({Move.APPROVE, Move.RETURN, Move.REJECT, Move.RECALL}),
    State.RETURNED: frozenset({Move.SUBMIT, Move.WITHDRAW}),
    State.REJECTED: frozenset({Move.REOPEN, Move.WITHDRAW}),
    State.PUBLISHED: frozenset({Move.SUBMIT, Move.WITHDRAW}),
    State.WITHDRAWN: frozenset({Move.SUBMIT}),
}


class Outcome(models.TextChoices):
    """How a stage ended."""

    APPROVED = "approved", _("одобрено")
    RETURNED = "returned", _("возвращено")
    REJECTED = "rejected", _("отклонено")
    RECALLED = "recalled", _("отозвано автором")
    REOPENED = "reopened", _("отклонено, затем возвращено в работу")
