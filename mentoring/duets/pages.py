"""The pages of the duets: the year of a branch, and one interview."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.models.pages import PagePermissionTester

from cms.blocks.body import BodyBlocks
from cms.blocks.fields import BodyField
from cms.pages.editorial import EditorialPage
from cms.pages.findable import Found, FoundAs
from cms.pages.listing import Listing, ListingPage
from mentoring.duets import naming
from mentoring.duets.enums import APPROVED_STATES, Drawing, Voice
from mentoring.duets.finding import FACETS, FOUND_WITH, found_interview
from mentoring.duets.page_querysets import InterviewQuerySet
from mentoring.duets.panels import WordsPanel
from mentoring.duets.readiness import reasons_held
from mentoring.duets.who import who_talks

InterviewManager = PageManager.from_queryset(InterviewQuerySet)


class DuetIndexPage(ListingPage):
    """The section «Дуэты» of a branch: the conversations of its months, the newest first, with their facets."""

    listing = Listing(
        of=("mentoring.DuetInterviewPage",),
        noun=(_("разговор"), _("разговора"), _("разговоров")),
        facets=("district", "subject", "pair", "year"),
        field_label=_("Слово из разговора или имя"),
        empty=_("Здесь появятся разговоры. Первый готовит редактор муниципалитета."),
        card="mentoring/duets/card.html",
        template="mentoring/duets/index.html",
        beside=who_talks,
    )
    parent_page_types: ClassVar = ["cms.HomePage", "cms.MunicipalityPage"]
    subpage_types: ClassVar = ["mentoring.DuetInterviewPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("дуэты")
        verbose_name_plural = _("разделы «Дуэты»")


class HeldUntilApproved(PagePermissionTester):
    """Nobody may publish words that the two have not approved, and approvals are not copied."""

    def can_publish(self) -> bool:
        project = getattr(self.page.specific_deferred, "project", None)
        return bool(super().can_publish() and project is not None and project.state in APPROVED_STATES)

    def can_copy(self) -> bool:
        return False


class DuetInterviewPage(EditorialPage):
    """One published conversation; ``words`` is the snapshot that both approved, everything else is the editor's."""

    month = models.DateField(_("месяц"), editable=False)
    words = models.JSONField(_("слова участников"), default=dict, editable=False)
    mentor_portrait = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("наставник")
    )
    mentor_portrait_alt = models.CharField(_("что на снимке"), max_length=160, blank=True)
    mentor_drawing = models.CharField(_("вместо снимка"), max_length=20, choices=Drawing, blank=True)
    mentee_portrait = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("наставляемый")
    )
    mentee_portrait_alt = models.CharField(_("что на снимке"), max_length=160, blank=True)
    mentee_drawing = models.CharField(_("вместо снимка"), max_length=20, choices=Drawing, blank=True)
    both_portrait = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("вдвоём")
    )
    both_portrait_alt = models.CharField(_("что на снимке"), max_length=160, blank=True)
    body = BodyField(BodyBlocks(), blank=True, verbose_name=_("после интервью"))

    objects = InterviewManager()

    found_as = FoundAs("duet", _("Дуэты"))
    facets = FACETS
    found_with = FOUND_WITH

    content_panels: ClassVar = [
        *EditorialPage.content_panels,
        WordsPanel(),
        MultiFieldPanel(
            [
                FieldPanel("mentor_portrait"),
                FieldRowPanel([FieldPanel("mentor_portrait_alt"), FieldPanel("mentor_drawing")]),
                FieldPanel("mentee_portrait"),
                FieldRowPanel([FieldPanel("mentee_portrait_alt"), FieldPanel("mentee_drawing")]),
                FieldPanel("both_portrait"),
                FieldPanel("both_portrait_alt"),
            ],
            heading=_("Портреты"),
            help_text=_("Снимок виден, пока согласие участника называет фотографию."),
        ),
        "body",
    ]
    parent_page_types: ClassVar = ["mentoring.DuetIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False
    template = "mentoring/duets/interview.html"

    class Meta:
        verbose_name = _("интервью дуэта")
        verbose_name_plural = _("интервью дуэтов")

    def clean(self) -> None:
        """A picture without words says nothing to those who do not see it."""
        super().clean()
        from mentoring.duets.portraits import require_alt

        require_alt(self)

    @property
    def shared_lead(self) -> str:
        """What a messenger says of the conversation: the lead, or who talks."""
        speakers = self.words.get("speakers", {})
        names = [naming.short_name(speakers[voice]["name"]) for voice in Voice if voice in speakers]
        return self.lead or " и ".join(names)

    @property
    def shared_picture(self) -> str:
        """The card of the two for messengers."""
        return reverse("duet-picture", args=[self.pk])

    def found(self) -> Found | None:
        """What the search may know; nothing while visitors may not read the page."""
        return found_interview(self, self.title)

    def reasons_held(self) -> list[str]:
        """Why visitors may not read exactly these words today; empty means they may."""
        return reasons_held(self.words, getattr(self, "project", None), timezone.localdate())

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Publish a revision whose words are approved and consented; any other stays a draft, by whatever door."""
        if revision.as_object().reasons_held():
            self.revisions.filter(pk=revision.pk).update(approved_go_live_at=None)
            return
        super().publish(revision, *args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never keep a live page whose words are not approved or whose people have not agreed."""
        if self.live and self.reasons_held():  # type: ignore[has-type]
            self.live, self.has_unpublished_changes = False, True
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "live", "has_unpublished_changes"}
        super().save(*args, **kwargs)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return HeldUntilApproved(user, self)

    def get_workflow(self) -> None:
        """The two persons approve; no moderator stands in for them."""
        return

    @property
    def has_workflow(self) -> bool:
        return False

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the interview; from the moment of a withdrawn consent there is none."""
        if not type(self).objects.presentable().filter(pk=self.pk).exists() or self.reasons_held():
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from mentoring.duets.presenters import interview  # presenters stand above the models
        from mentoring.duets.relations import duet_relations

        context = super().get_context(request, *args, **kwargs)
        related = duet_relations.of(self, timezone.localdate()) if self.pk else ()
        return {**context, "interview": interview(self, request), "related": related}


def index_of(home: Page) -> DuetIndexPage | None:
    """The section «Дуэты» of a branch."""
    return DuetIndexPage.objects.child_of(home).first()
