"""A mentoring pair or group, in its first form."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cms.pages.quick_rows import QuickRows
from cms.territories.models import Organisation
from mentoring.bank.enums import MentoringKind
from mentoring.bank.models import Mentor
from mentoring.pairs.enums import PairModel, PairState
from mentoring.pairs.querysets import PairQuerySet


class Pair(QuickRows, ClusterableModel):
    """A mentor and the mentees that the mentor works with; active and paused pairs take the mentor's places."""

    territory_path = "organisation__municipality"

    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="pairs", verbose_name=_("наставник"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="pairs", verbose_name=_("организация, где работает пара")
    )
    model = models.CharField(_("форма"), max_length=20, choices=PairModel, default=PairModel.TEACHER_TEACHER)
    kind = models.CharField(_("вид"), max_length=20, choices=MentoringKind, default=MentoringKind.INDIVIDUAL)
    state = models.CharField(_("состояние"), max_length=20, choices=PairState, default=PairState.DRAFT)
    started_on = models.DateField(_("начало"))
    ended_on = models.DateField(_("окончание"), null=True, blank=True)
    order = models.CharField(_("приказ"), max_length=160, blank=True, help_text=_("«№ 100-к от 22.09.2023»"))

    objects = PairQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        verbose_name = _("наставническая пара")
        verbose_name_plural = _("наставнические пары")
        indexes = [models.Index(fields=["mentor", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="pair_ends_after_it_began",
                violation_error_message=_("Пара не может закончить раньше, чем начала. Проверьте даты."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} – {self.started_on:%d.%m.%Y}"

    def clean(self) -> None:
        super().clean()
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            raise ValidationError({"ended_on": _("Окончание раньше начала. Проверьте даты.")})
        if self._state.adding and self.ended_on and self.ended_on < timezone.localdate():
            words = _("Новую пару с окончанием в прошлом не заводят: заведите её без окончания и закройте тем днём.")
            raise ValidationError({"ended_on": words})


class PairMentee(Orderable):
    """A mentee of a pair; visitors see the name in an interview alone, to which this person has agreed."""

    pair = ParentalKey(Pair, on_delete=models.CASCADE, related_name="mentees")
    full_name = models.CharField(_("фамилия, имя, отчество"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("организация")
    )
    is_minor = models.BooleanField(_("младше 18 лет"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("наставляемый")
        verbose_name_plural = _("наставляемые")

    def __str__(self) -> str:
        return self.full_name
