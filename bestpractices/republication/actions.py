"""What editors do with copies: take one, take over a new version or part of it, decide how it follows its source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from bestpractices.republication.announcing import is_given
from bestpractices.republication.documents import Document
from bestpractices.republication.enums import CopyMode, CopyState, UpdateState
from bestpractices.republication.files import files_of
from bestpractices.republication.kinds import document_of
from bestpractices.republication.models import PublishedSource, Republication, RepublishedPage, SourceUpdate
from bestpractices.republication.originals import origin_id
from bestpractices.republication.showing import show
from cms.accounts.territory import User
from cms.actions import Action, Refused
from cms.pages.editorial import municipality_of_path


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the receiver says in their own name."""

    title: str
    lead: str
    date: date
    mode: CopyMode = CopyMode.HOLD


class TakeCopy(Action):
    """Puts a draft of a published page into one's own branch; it goes live the way every draft there does."""

    log_action = "duet.republication.take"
    thing: Page

    def __init__(self, source: Page, target: Page, words: OwnWords, user: User | None) -> None:
        super().__init__(source, user)
        self.target = target
        self.words = words

    def lock(self) -> None:
        super().lock()
        self.target = Page.objects.select_for_update().get(pk=self.target.pk).specific

    def check_permission(self) -> None:
        """A section that takes no pages of its own kind here, the region's bank of practices, still takes copies."""
        policy = page_permission_policy
        if self.user is not None and not policy.user_has_permission_for_instance(self.user, "add", self.target):
            raise PermissionDenied(_("В этот раздел добавляют материалы его собственные редакторы."))

    def check(self) -> None:
        if not is_given(self.thing):
            raise Refused(_("Материал уже не опубликован у источника: взять его нельзя."))
        branch = municipality_of_path(self.target.path)
        if municipality_of_path(self.thing.path) == branch:
            raise Refused(_("Материал стоит в этом же разделе сайта: копия ему не нужна."))
        document = document_of(self.thing)
        if document is None:
            raise Refused(_("Страницы этого вида не перепубликуют."))
        taken = Republication.objects.of_source(self.thing.translation_key).current().in_branch(branch).first()
        if taken is not None:
            raise Refused(_("Этот материал уже взят: «%(title)s».") % {"title": taken.page.title})
        self.document = document

    def apply(self) -> None:
        page = RepublishedPage(
            title=self.words.title,
            slug=find_available_slug(self.target, slugify(self.thing.slug) or "material"),
            lead=self.words.lead,
            date=self.words.date,
            live=False,
            owner=self.user,
        )
        self.target.add_child(instance=page)
        page.save_revision(user=self.user, log_action=True)
        record = Republication.objects.create(
            page=page,
            kind=self.document.kind,
            source_id=self.document.source.id,
            origin_id=origin_id(self.document.source.id),
            source_url=self.document.source.url,
            source_title=self.document.title,
            content=self.document.packed(),
            seen_sha256=self.document.sha256,
            sequence=self._announced(),
            mode=self.words.mode,
            taken_by=self.user,  # type: ignore[misc]
            taken_on=timezone.localdate(),
        )
        record.files.set(files_of(self.document))
        self.copy = record
        self.thing = page

    def _announced(self) -> int:
        """The number of the newest message that the wording taken here already contains."""
        source, _created = PublishedSource.objects.select_for_update().get_or_create(source_id=self.document.source.id)
        if source.sha256 != self.document.sha256:
            source.sequence += 1
            source.sha256 = self.document.sha256
            source.save()
        return source.sequence

    def log_data(self) -> dict[str, Any]:
        return {"source": str(self.document.source.id), "url": self.document.source.url, "sha256": self.document.sha256}


class CopyAction(Action):
    """Something that the publishers of the copy's branch decide; logged at the copy's page."""

    thing: RepublishedPage

    def __init__(self, copy: Republication, user: User | None) -> None:
        super().__init__(copy.page, user)
        self.copy = copy

    def lock(self) -> None:
        self.copy = Republication.objects.select_for_update().select_related("page").get(pk=self.copy.pk)
        self.thing = self.copy.page

    def check_permission(self) -> None:
        if self.user is not None and not self.thing.permissions_for_user(self.user).can_publish():
            raise PermissionDenied(_("Об этой копии решают те, кто публикует материалы в её разделе."))


class UpdateAction(CopyAction):
    """A decision about a new version that waits; a second decision is refused."""

    def __init__(self, update: SourceUpdate, user: User | None) -> None:
        super().__init__(update.republication, user)
        self.update = update

    def lock(self) -> None:
        super().lock()
        self.update = SourceUpdate.objects.select_for_update().get(pk=self.update.pk, republication=self.copy)

    def check(self) -> None:
        if self.update.state != UpdateState.WAITING:
            state = self.update.get_state_display()
            raise Refused(_("Об этой версии уже решено: %(state)s. Откройте список заново.") % {"state": state})

    def decide(self, state: UpdateState) -> None:
        """Write down who decided what, and when."""
        self.update.state = state
        self.update.decided_by = self.user  # type: ignore[assignment]
        self.update.decided_at = timezone.now()
        self.update.save()

    def log_data(self) -> dict[str, Any]:
        return {"sequence": self.update.sequence, "sections": self.update.accepted_sections}


class AcceptUpdate(UpdateAction):
    """Takes over the chosen sections of a new version, or all of it."""

    log_action = "duet.republication.accept"

    def __init__(self, update: SourceUpdate, user: User | None, sections: Collection[str] | None = None) -> None:
        super().__init__(update, user)
        self.sections = sections

    def check(self) -> None:
        super().check()
        if self.sections is not None and not self.sections:
            raise Refused(_("Ничего не отмечено. Отметьте части, которые берёте, или выберите «Не принимать»."))
        if self.sections is not None and self.copy.state == CopyState.WITHDRAWN:
            raise Refused(_("Снятый материал возвращается целиком: примите всю версию."))
        if self.sections is not None and not set(self.sections) <= self._known_sections():
            raise Refused(_("Части этой версии уже другие. Откройте её заново и отметьте снова."))

    def _known_sections(self) -> set[str]:
        """Keys of the sections that either wording has."""
        wordings = (self.copy.document, self.update.document)
        return {section.key for wording in wordings if wording is not None for section in wording.sections}

    def apply(self) -> None:
        incoming = self.update.document
        assert incoming is not None
        is_back = self.copy.state == CopyState.WITHDRAWN
        shown = incoming if self.sections is None else merged(self.copy.document, incoming, self.sections)
        is_whole = shown.sha256 == incoming.sha256
        self.update.accepted_sections = sorted(self.sections or (section.key for section in incoming.sections))
        self.decide(UpdateState.ACCEPTED if is_whole else UpdateState.PARTLY)
        if is_back:
            self._bring_back(incoming)
        show(self.copy, shown, seen=incoming)

    def _bring_back(self, document: Document) -> None:
        """The stub has no words of its own left."""
        self.thing.title = self.thing.draft_title = document.title
        self.thing.lead = document.lead
        self.thing.save()
        self.thing.save_revision(user=self.user, log_action=False)


def merged(current: Document | None, incoming: Document, keys: Collection[str]) -> Document:
    """The current wording with these sections as in the new version: changed, added or left out."""
    if current is None:
        return incoming
    new = {section.key: section for section in incoming.sections}
    old = {section.key: section for section in current.sections}
    order = [*new, *(key for key in old if key not in new)]
    chosen = [(new if key in keys else old).get(key) for key in order]
    return current.model_copy(
        update={"sections": tuple(section for section in chosen if section is not None), "hops": incoming.hops}
    )


class DeclineUpdate(UpdateAction):
    """Leaves the copy as it is; the next version of the source is offered again."""

    log_action = "duet.republication.decline"

    def apply(self) -> None:
        self.decide(UpdateState.DECLINED)
        self.copy.seen_sha256 = self.update.sha256
        self.copy.save(update_fields=["seen_sha256"])


class ChangeMode(CopyAction):
    """Decides whether the copy follows its source at once, after a look, or no longer."""

    log_action = "duet.republication.mode"

    def __init__(self, copy: Republication, user: User | None, mode: CopyMode) -> None:
        super().__init__(copy, user)
        self.mode = mode

    def apply(self) -> None:
        self.copy.mode = self.mode
        self.copy.save(update_fields=["mode"])

    def log_data(self) -> dict[str, Any]:
        return {"mode": self.mode.value}
