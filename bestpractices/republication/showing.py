"""What a copy shows, and the stub that is left of a withdrawn one."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from bestpractices.republication.documents import Document
from bestpractices.republication.enums import CopyState, UpdateState
from bestpractices.republication.files import files_of, forget_unneeded
from bestpractices.republication.models import Republication, RepublishedPage

#: The fields of a page in which words of the source, or names, may stand.
WORDED = {"title": "title", "draft_title": "title", "lead": "", "seo_title": "", "search_description": ""}


def show(copy: Republication, shown: Document, seen: Document | None = None) -> None:
    """Let the copy show this wording; ``seen`` is the version decided about, where only a part was taken."""
    copy.content = shown.packed()
    copy.seen_sha256 = (seen or shown).sha256
    copy.source_url = shown.source.url
    copy.source_title = shown.title
    copy.state = CopyState.CURRENT
    copy.withdrawn_on = None
    copy.save()
    copy.files.set(files_of(shown))
    pass_on(copy.page)


def withdraw(copy: Republication) -> None:
    """Leave a stub: no word, name or file of the source stays, in no draft and no waiting version either."""
    copy.state = CopyState.WITHDRAWN
    copy.withdrawn_on = timezone.localdate()
    copy.content, copy.seen_sha256, copy.source_title = {}, "", ""
    copy.save()
    copy.files.clear()
    for update in copy.updates.all():
        update.files.clear()
    copy.updates.waiting().update(state=UpdateState.WITHDRAWN)
    copy.updates.update(content={})
    _forget_words(copy.page)
    forget_unneeded()
    pass_on(copy.page)


def _forget_words(page: RepublishedPage) -> None:
    neutral = {field: _("Материал снят с публикации") if value else "" for field, value in WORDED.items()}
    for field, value in neutral.items():
        setattr(page, field, value)
    page.save()
    for revision in page.revisions.all():
        revision.content.update(neutral)
        revision.object_str = neutral["title"]
        revision.save(update_fields=["content", "object_str"])


def pass_on(page: RepublishedPage) -> None:
    """Tell the copies of this copy."""
    from bestpractices.republication.announcing import announce

    announce(page)
