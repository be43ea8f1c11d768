"""How an expert learns of a practice: by a mail to the account, or by a mail with a personal link."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.review.grants import Act, may
from bestpractices.review.mails import KIND, mail_to
from bestpractices.review.models import ReviewPolicy
from bestpractices.scoring.models import ExpertReview
from cms.accounts.territory import User
from cms.mailing.addresses import absolute_of
from cms.mailing.outbox import send_later
from cms.personal_links.actions import Holder, IssueLink, LinkAction, RenewLink, RevokeLink
from cms.personal_links.models import PersonalLink
from cms.personal_links.querysets import PersonalLinkQuerySet

#: The purpose of experts' personal links.
PURPOSE = "practice-score"
#: How long after its term a link still opens.
GRACE = timedelta(days=14)


def ask_by_mail(review: ExpertReview) -> None:
    """Ask the expert to score; somebody without an account gets a link that opens this one practice."""
    practice = review.state.page
    subject = _("Просим оценить практику «%(title)s»") % {"title": practice.title}
    body = " ".join([_asks(review), *_who_sees_whom(ReviewPolicy.current())])
    expert = review.expert
    if expert.user is not None:
        mail_to([expert.user], subject, f"{body}\n\n{absolute_of('practice_score', review.pk)}")
    elif expert.email:
        body += "\n" + _("Ссылка только для вас: пароль не нужен, другим её не передавайте.")
        send_later(expert.email, subject, f"{body}\n\n{personal_address(review)}", kind=KIND)


def _asks(review: ExpertReview) -> str:
    words = {"title": review.state.page.title, "day": f"{review.due_on:%d.%m.%Y}"}
    return _("Пожалуйста, оцените практику наставничества «%(title)s» до %(day)s.") % words


def _who_sees_whom(policy: ReviewPolicy) -> list[str]:
    """Only what the region's rules really promise."""
    hidden = [_("Оценок других экспертов вы не увидите.")]
    if policy.hides_author:
        hidden.append(_("Имён авторов вы не увидите."))
    hidden.append(
        _("Авторы вашего имени не узнают.") if policy.hides_expert else _("После оценки авторы узнают ваше имя.")
    )
    return hidden


def holder_of(review: ExpertReview) -> Holder:
    """Whose link it is, for the history."""
    return Holder(PURPOSE, str(review.expert_id), review.expert.full_name)


def links_of(review: ExpertReview) -> PersonalLinkQuerySet:
    """Every link that the expert was given to this work, the latest first."""
    links: PersonalLinkQuerySet = PersonalLink.objects.about(review)
    return links.for_purpose(PURPOSE).of(str(review.expert_id))


class _OfExpert(LinkAction):
    """The link of an expert is given and taken by whoever may choose experts; the site itself needs no right."""

    thing: ExpertReview

    def check_permission(self) -> None:
        if self.user is not None and not may(self.user, Act.ASSIGN, self.thing.state.page):
            raise PermissionDenied(_("Ссылками экспертов распоряжается региональный центр."))


class IssueExpertLink(_OfExpert, IssueLink):
    """Gives an expert a new link."""


class RenewExpertLink(_OfExpert, RenewLink):
    """Lets the expert's link open longer."""


class RevokeExpertLink(_OfExpert, RevokeLink):
    """Closes the expert's link."""


def personal_address(review: ExpertReview, user: User | None = None) -> str:
    """A new personal link to one expert's work; the former one stops. The history keeps who gave it."""
    ends = timezone.make_aware(datetime.combine(review.due_on + GRACE, time(23, 59)))
    issue = IssueExpertLink(review, holder_of(review), ends, user)
    issue.execute()
    return absolute_of("practice-score-by-link", issue.token)
