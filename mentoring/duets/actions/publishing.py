"""From approved words to a page that visitors read, and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from anyascii import anyascii
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.accounts.territory import User
from cms.pages.models import HomePage
from mentoring.duets.actions.moving import DuetAction, DuetRefused
from mentoring.duets.actions.pages import take_down
from mentoring.duets.enums import APPROVED_STATES, WORDING_STATES, ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.pages import DuetIndexPage, DuetInterviewPage, index_of
from mentoring.duets.readiness import reasons_held


class BuildPage(DuetAction):
    """Makes the page from the project, or brings its draft up to date with the words; it stays unpublished."""

    log_action = "duet.project.build"
    from_states = WORDING_STATES

    def __init__(self, project: DuetProject, user: User | None, title: str, lead: str = "") -> None:
        super().__init__(project, user)
        self.title = title.strip()
        self.lead = lead.strip()

    def check(self) -> None:
        super().check()
        if not self.title:
            raise DuetRefused(_("Дайте интервью название."))
        self.shelf()

    def shelf(self) -> DuetIndexPage:
        """The section «Дуэты» in which the page will stand."""
        index = index_of(_home_of(self.thing))
        if index is None:
            raise DuetRefused(_("Здесь ещё нет раздела «Дуэты». Его создаёт региональный центр."))
        return index

    def apply(self) -> None:
        page = self.thing.page or DuetInterviewPage(live=False, has_unpublished_changes=True)
        page.title, page.draft_title, page.lead = self.title, self.title, self.lead
        page.month, page.words = self.thing.month, self.words()
        if page.pk is None:
            page.slug = _free_slug(self.shelf(), self.thing, self.title)
            self.shelf().add_child(instance=page)
            self.thing.page = page
            self.thing.save(update_fields=["page"])
            page = DuetInterviewPage.objects.get(pk=page.pk)
        page.save_revision(user=self.user if self.user and self.user.pk else None)


class ScheduleDuet(DuetAction):
    """Names the day and hour at which the approved words appear by themselves."""

    log_action = "duet.project.schedule"
    from_states = frozenset({ProjectState.APPROVED})

    def __init__(self, project: DuetProject, user: User | None, publish_at: datetime) -> None:
        super().__init__(project, user)
        self.publish_at = publish_at

    def check(self) -> None:
        super().check()
        require_ready(self)
        if self.publish_at <= timezone.now():
            raise DuetRefused(_("Это время уже прошло. Опубликуйте сейчас или выберите другое."))

    def apply(self) -> None:
        self.thing.publish_at = self.publish_at
        self.move(ProjectState.SCHEDULED)

    def log_data(self) -> dict[str, Any]:
        return {"note": f"{timezone.localtime(self.publish_at):%d.%m.%Y %H:%M}"}


class UnscheduleDuet(DuetAction):
    """Takes the named day back; the words stay approved and wait."""

    log_action = "duet.project.unschedule"
    from_states = frozenset({ProjectState.SCHEDULED})

    def apply(self) -> None:
        self.thing.publish_at = None
        self.move(ProjectState.APPROVED)


class PublishDuet(DuetAction):
    """Publishes the page with exactly the approved words."""

    log_action = "duet.project.publish"
    from_states = frozenset({ProjectState.APPROVED, ProjectState.SCHEDULED})

    def check(self) -> None:
        super().check()
        require_ready(self)

    def apply(self) -> None:
        page = self.thing.page
        if page is None:  # ``require_ready`` has refused it; this is for the reader of types
            raise DuetRefused(_("Сначала соберите страницу."))
        latest = page.get_latest_revision_as_object()
        latest.words = self.words()
        latest.save_revision(user=self.user if self.user and self.user.pk else None).publish(user=None)
        stored = DuetInterviewPage.objects.get(pk=page.pk)
        if not stored.live:
            raise DuetRefused(" ".join(stored.reasons_held()) or _("Страница осталась черновиком."))
        note_published(DuetProject.objects.get(pk=self.thing.pk))
        self.thing.refresh_from_db(fields=["state"])


class ReasonedAction(DuetAction):
    """An action that is done for a written reason, which stands in the history."""

    def __init__(self, project: DuetProject, user: User | None, note: str) -> None:
        super().__init__(project, user)
        self.note = note.strip()

    def check(self) -> None:
        super().check()
        if not self.note:
            raise DuetRefused(_("Запишите причину."))

    def log_data(self) -> dict[str, Any]:
        return {"note": self.note}


class TakeDown(ReasonedAction):
    """Takes the published page down; the words stay approved."""

    log_action = "duet.project.take_down"
    from_states = frozenset({ProjectState.PUBLISHED})

    def apply(self) -> None:
        take_down(self.thing.page, self.user)
        note_unpublished(DuetProject.objects.get(pk=self.thing.pk))


class CancelDuet(ReasonedAction):
    """Gives the month up for this duet; what was published comes down."""

    log_action = "duet.project.cancel"
    from_states = frozenset(state for state in ProjectState if ProjectState.CANCELLED != state != ProjectState.DECLINED)

    def apply(self) -> None:
        page = self.thing.page
        self.thing.publish_at = self.thing.offered_at = None
        self.move(ProjectState.CANCELLED)
        take_down(page, self.user)


class ReopenDuet(DuetAction):
    """Begins a declined or cancelled duet again, as an idea."""

    log_action = "duet.project.reopen"
    from_states = frozenset({ProjectState.DECLINED, ProjectState.CANCELLED})

    def apply(self) -> None:
        self.thing.due_on = None
        self.move(ProjectState.IDEA)


def require_ready(action: DuetAction) -> None:
    """Raise ``DuetRefused`` with everything that is still missing for a publication."""
    if action.thing.page is None:
        raise DuetRefused(_("Сначала соберите страницу."))
    if missing := reasons_held(action.words(), action.thing, timezone.localdate()):
        raise DuetRefused(" ".join(missing))


def note_published(project: DuetProject) -> None:
    """The page went live, by whatever door: the project says so."""
    if project.state in APPROVED_STATES - {ProjectState.PUBLISHED}:
        _note(project, ProjectState.PUBLISHED)


def note_unpublished(project: DuetProject) -> None:
    """The page came down, by whatever door: the words are approved, but not published."""
    if project.state == ProjectState.PUBLISHED:
        _note(project, ProjectState.APPROVED)


def _note(project: DuetProject, state: ProjectState) -> None:
    project.state, project.state_since, project.publish_at, project.due_on = state, timezone.now(), None, None
    project.save(update_fields=["state", "state_since", "publish_at", "due_on"])


def _home_of(project: DuetProject) -> Page:
    if project.municipality is None:
        return HomePage.objects.order_by("depth", "pk")[0]
    home: Page | None = getattr(project.municipality, "home_page", None)
    if home is None:
        raise DuetRefused(_("У муниципалитета ещё нет своей страницы. Её создаёт региональный центр."))
    return home


def _free_slug(parent: Page, project: DuetProject, title: str) -> str:
    slug = f"{project.month:%Y-%m}-{slugify(anyascii(title))[:60]}".rstrip("-")
    taken = set(parent.get_children().values_list("slug", flat=True))
    return next(name for number in range(1, 1000) if (name := slug if number == 1 else f"{slug}-{number}") not in taken)
