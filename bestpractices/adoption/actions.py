"""A school takes a practice, goes on with it, and says what came of it; the authors hear of each step."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from bestpractices.adoption.enums import IN_USE, TRANSITIONS, AdoptionState
from bestpractices.adoption.models import Adoption
from bestpractices.republication.announcing import is_given
from bestpractices.republication.originals import origin_id
from bestpractices.review.mails import mail_to
from cms.accounts.territory import User, territory_of
from cms.actions import Action, Refused
from cms.mailing.addresses import absolute
from cms.territories.models import Organisation


class TakePractice(Action):
    """«Берём практику»: one of one's own schools begins to apply a public practice."""

    log_action = "duet.adoption.take"
    thing: Adoption

    def __init__(
        self,
        page: Page,
        organisation: Organisation,
        user: User | None,
        *,
        changes: str = "",
        parent: Adoption | None = None,
    ) -> None:
        adoption = Adoption(
            practice_id=origin_id(page.translation_key),
            practice_title=page.title,
            organisation=organisation,
            parent=parent,
            changes=changes,
            taken_by=user,  # type: ignore[misc]
        )
        super().__init__(adoption, user)
        self.page = page

    def lock(self) -> None:
        Organisation.objects.select_for_update().get(pk=self.thing.organisation_id)

    def check_permission(self) -> None:
        """The adoption is not stored yet, so its own school is asked about."""
        if self.user is None:
            return
        territory = territory_of(self.user, Adoption._meta.label_lower, ["add"])
        if not territory.covers(self.thing.organisation.municipality_id):
            raise PermissionDenied(_("Практику берёт координатор или методист муниципалитета этой школы."))

    def check(self) -> None:
        if not is_given(self.page):
            raise Refused(_("Практика снята с публикации: взять её сейчас нельзя."))
        if getattr(self.page.specific, "organisation_id", None) == self.thing.organisation_id:
            raise Refused(_("Эта школа – автор практики."))
        refuse_twice(self.thing)
        self.thing.clean()

    def apply(self) -> None:
        self.thing.save()
        tell_authors(self.thing, _("берёт вашу практику"), self.thing.changes)


class MoveAdoption(Action):
    """Goes on with a practice, confirms its result, or gives it up; a result needs words."""

    log_action = "duet.adoption.move"
    thing: Adoption

    def __init__(self, adoption: Adoption, user: User | None, to: AdoptionState, result: str = "") -> None:
        super().__init__(adoption, user)
        self.to = to
        self.result = result.strip()

    def lock(self) -> None:
        Organisation.objects.select_for_update().get(pk=self.thing.organisation_id)
        self.thing = Adoption.objects.select_for_update().select_related("organisation").get(pk=self.thing.pk)

    def check(self) -> None:
        if (AdoptionState(self.thing.state), self.to) not in TRANSITIONS:
            states = {"now": self.thing.get_state_display(), "to": self.to.label}
            raise Refused(_("Сейчас «%(now)s»: перейти к «%(to)s» нельзя.") % states)
        if self.to in (AdoptionState.CONFIRMED, AdoptionState.STOPPED) and not (self.result or self.thing.result):
            raise Refused(_("Напишите, что получилось: это увидят авторы и те, кто пойдёт следом."))
        if self.to in IN_USE:
            refuse_twice(self.thing)

    def apply(self) -> None:
        self.thing.state = self.to
        self.thing.result = self.result or self.thing.result
        self.thing.changed_on = timezone.localdate()
        self.thing.save()
        words = {
            AdoptionState.RUNNING: _("применяет вашу практику"),
            AdoptionState.STOPPED: _("больше не применяет её"),
        }
        tell_authors(self.thing, words.get(self.to, _("подтвердила ваш результат")), self.thing.result)

    def log_data(self) -> dict[str, Any]:
        return {"state": self.to.value}


def refuse_twice(adoption: Adoption) -> None:
    """A school applies a practice once at a time, however often it begins anew."""
    others = Adoption.objects.of_practice(adoption.practice_id).of_school(adoption.organisation).exclude(pk=adoption.pk)
    if others.in_use().exists():
        raise Refused(_("Эта школа уже применяет практику."))


def tell_authors(adoption: Adoption, news: str, words: str) -> None:
    """Write to whoever keeps the practice's page; nothing where the practice is not of this site."""
    page = Page.objects.filter(translation_key=adoption.practice_id).select_related("owner").first()
    if page is None:
        return
    subject = _("%(school)s %(news)s") % {"school": adoption.organisation.short_name, "news": news}
    address = page.full_url or absolute("/")
    lines = [f"«{adoption.practice_title}»", adoption.organisation.municipality.name, words, address]
    key = f"adoption-{adoption.pk}-{adoption.state}-{adoption.changed_on.isoformat()}"
    mail_to([page.owner], subject[:200], "\n\n".join(filter(None, lines)), kind="adoption", key=key)
