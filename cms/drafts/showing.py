"""A page with forms, as it goes out: tokens in the forms, drafts beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from cms.drafts.keeping import drafts_on
from cms.drafts.models import FormDraft
from cms.drafts.page_forms import PageForm
from cms.drafts.policies import FormPolicy
from cms.drafts.sealing import is_page, sealed, with_drafts
from cms.drafts.tokens import FormToken, read_token

#: In the query of a page: open it with the draft in it.
RESTORE = "vernut"


def shown(
    request: HttpRequest,
    response: HttpResponse,
    policy: FormPolicy,
    token: Callable[[PageForm], FormToken],
    *,
    is_bound: bool,
) -> set[str]:
    """Put the tokens into the forms of an answer, if it is a page, and the drafts beside them; gives their keys."""
    if response.status_code not in {200, 422} or request.method == "HEAD" or not is_page(response):
        return set()
    page = response.content.decode(response.charset)
    if "<form" not in page or "</body>" not in page:
        return set()
    attributes = {"data-draft-device": policy.device.value, "data-draft-url": reverse("form-draft")}
    waiting = _Waiting(request)

    def own_token(form: PageForm) -> FormToken | None:
        return None if _is_foreign(form) else waiting.seen_by(token(form))

    page, tokens = sealed(page, own_token, attributes)
    if tokens:
        is_public = not request.path_info.startswith(reverse("wagtailadmin_home"))
        response.content = with_drafts(page, waiting.said(tokens, is_bound), is_public=is_public).encode(
            response.charset
        )
    return {own.form for own in tokens}


def forgets_on_device(request: HttpRequest, response: HttpResponse) -> None:
    """Give a public page without forms the script that forgets on the device what has just been saved."""
    is_public = not request.path_info.startswith(reverse("wagtailadmin_home"))
    if is_public and response.status_code == 200 and is_page(response) and b'id="form-drafts"' not in response.content:
        page = response.content.decode(response.charset)
        response.content = with_drafts(page, [], is_public=True).encode(response.charset)


class _Waiting:
    """The drafts that wait for the forms of a page; none for a page that has just come back with its own words."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self._drafts: dict[str, FormDraft] | None = None

    def seen_by(self, token: FormToken) -> FormToken:
        """The token of a form, which knows what the draft that fills it had seen."""
        draft = self._of(token).get(token.form)
        return token.as_seen_in(read_token(draft.token)) if draft and self._is_wanted(draft) else token

    def said(self, tokens: list[FormToken], is_bound: bool) -> list[dict[str, Any]]:
        """The drafts, as the script reads them."""
        pairs = [(token, self._of(token).get(token.form)) for token in tokens]
        return [self._said(token, draft, is_bound) for token, draft in pairs if draft is not None]

    def _of(self, token: FormToken) -> dict[str, FormDraft]:
        if self._drafts is None:
            known: list[FormDraft] | None = getattr(self.request, "form_drafts", None)
            if known is None:
                known = drafts_on(token.owner, token.page) if self.request.method == "GET" else []
            self._drafts = {draft.form: draft for draft in known}
        return self._drafts

    def _is_wanted(self, draft: FormDraft) -> bool:
        return draft.is_interrupted or RESTORE in self.request.GET

    def _said(self, token: FormToken, draft: FormDraft, is_bound: bool) -> dict[str, Any]:
        moment, wanted = timezone.localtime(draft.saved_at), self._is_wanted(draft)
        return {
            "place": token.place,
            "token": token.as_seen_in(read_token(draft.token)).sealed(),
            "fields": draft.fields,
            "labels": draft.labels,
            "saved": f"{moment:%d.%m.%Y, %H:%M}",
            "at": int(draft.saved_at.timestamp() * 1000),
            "fill": wanted,
            "bound": wanted and is_bound,
        }


def _is_foreign(form: PageForm) -> bool:
    """The strip of the site and signing out stand on every page and hold no words; nor does Wagtail's «I am here»."""
    strip = {reverse(name) for name in ("appearance", "logout", "wagtailadmin_logout")}
    return form.action in strip or set(form.fields) == {"is_editing"}
