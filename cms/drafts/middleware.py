"""Stands around every form of the admin and around the public forms that say so (cms.drafts.policies)."""

from __future__ import annotations

from contextlib import ExitStack, nullcontext, suppress
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from cms.drafts.alone import alone_with, gave_way
from cms.drafts.answers import already_decided, both_texts, keep_sent, labels_in, sign_in_again, somebody_elses
from cms.drafts.asking import form_now
from cms.drafts.differences import differences, settled
from cms.drafts.gone import words_without_form
from cms.drafts.keeping import TooLong, drafts_on, forget
from cms.drafts.last_change import Change, reference
from cms.drafts.outdated import is_outdated
from cms.drafts.page_forms import PageForm
from cms.drafts.policies import Device, FormPolicy, policy_of
from cms.drafts.restoring import typed_before
from cms.drafts.sealing import is_page
from cms.drafts.showing import RESTORE, forgets_on_device, shown
from cms.drafts.tokens import FIELD, FormToken, Owner, read_token, token_of
from cms.drafts.two_windows import block_differences, seen_now, with_chosen_blocks

#: Read and deleted by the script: the forms that were saved, whose drafts the device may forget.
SAVED_COOKIE = "duet-saved"
#: The same for everything, after signing out.
SIGNED_OUT = "all"
_SIGNING = frozenset({"login", "logout", "wagtailadmin_login", "wagtailadmin_logout"})
_THINGS = ("thing", "practice", "job", "book", "object", "instance", "page")


def about(request: HttpRequest, thing: Any, decided: Change | None = None) -> None:
    """Name the object that a page is about: whose history tells who was quicker.

    ``decided`` says it in place of the history, for a page whose forms are gone because of just this.
    """
    request.form_thing = thing  # type: ignore[attr-defined]
    if decided is not None:
        request.form_decided = decided  # type: ignore[attr-defined]


class FormDraftMiddleware:
    """Seals forms, compares what comes back with what is stored now, keeps what cannot be saved."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    @cached_property
    def admin_root(self) -> str:
        """The path under which everything belongs to a signed-in person."""
        return reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.form_token = (  # type: ignore[attr-defined]
            read_token(request.POST.get(FIELD)) if request.method == "POST" else None
        )
        with self._typed(request) as typed, ExitStack() as saving:
            request.form_saving = saving  # type: ignore[attr-defined]  # ends with the look, or after the view
            response: HttpResponse = self.get_response(request)
        token = getattr(request, "form_token", None)
        if token is not None and not hasattr(request, "form_answered"):
            response = self._after(request, response, token)
        elif request.method == "GET":
            response = self._given_back(request, response)
        if _name(request) in {"logout", "wagtailadmin_logout"} and request.method == "POST":
            response["Clear-Site-Data"] = '"storage"'
            _tell(response, SIGNED_OUT)
        policy = self._policy(request)
        if policy is not None:
            forms = shown(request, response, policy, self._tokens(request), is_bound=bool(typed and typed.is_used))
            if token is not None and response.status_code == 200 and is_page(response) and token.form not in forms:
                _forget(token, response)  # saved, and answered by a page that is no form any more
            if SAVED_COOKIE in request.COOKIES or SAVED_COOKIE in response.cookies:
                forgets_on_device(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Answer in place of the view where the form is not what it was, or its writer is not who it was.

        Else the view saves in the transaction in which the form was compared.
        """
        token: FormToken | None = getattr(request, "form_token", None)
        if token is None or _stores_nothing(view):
            request.form_token = None  # type: ignore[attr-defined]
            return None
        answer = self._another_person(request, token)
        if answer is not None:
            request.form_answered = True  # type: ignore[attr-defined]
            return answer
        request.POST = settled(with_chosen_blocks(token, request.POST))  # type: ignore[assignment]
        if token.is_autosaved and not is_outdated(request, token):
            return None  # Wagtail's own editor looks after its revisions
        request.form_saving.enter_context(alone_with(token))  # type: ignore[attr-defined]
        return self._compared(request, token)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Undo what the view has begun before others explain the error; do once more what had to give way."""
        request.form_saving.__exit__(type(error), error, error.__traceback__)  # type: ignore[attr-defined]
        token, match = getattr(request, "form_token", None), request.resolver_match
        if token is None or match is None or not gave_way(error):
            return None
        for files in request.FILES.lists():
            for file in files[1]:
                file.seek(0)
        with alone_with(token):
            return self._compared(request, token) or match.func(request, *match.args, **match.kwargs)

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """Learn from the view what the page is about."""
        context = response.context_data or {}
        view = context.get("view")
        found = (reference(getattr(view, name, None) or context.get(name)) for name in _THINGS)
        if not hasattr(request, "form_thing"):
            request.form_reference = next(filter(None, found), None)  # type: ignore[attr-defined]
        return response

    def _another_person(self, request: HttpRequest, token: FormToken) -> HttpResponse | None:
        if token.owner.user_id is None or request.user.pk == token.owner.user_id:
            return None
        return somebody_elses(request, token) if request.user.is_authenticated else sign_in_again(request, token)

    def _compared(self, request: HttpRequest, token: FormToken) -> HttpResponse | None:
        """What is said in place of saving where somebody was quicker."""
        answer, now = None, form_now(request, token)
        if now is None:
            answer = already_decided(request, token)
        elif found := [
            *differences(token, request.POST, now, labels_in(request)),
            *block_differences(token, request.POST, request.FILES),
        ]:
            request.POST = seen_now(token, request.POST)  # type: ignore[assignment]
            answer = both_texts(request, token, found, token_of(token.owner, token.address, now, token.thing))
        if answer is not None:
            request.form_answered = True  # type: ignore[attr-defined]
        return answer

    def _after(self, request: HttpRequest, response: HttpResponse, token: FormToken) -> HttpResponse:
        """Forget the draft of what was saved, keep that of what was refused on the way to another page.

        No right any more where the form itself is gone: a stale decision.
        """
        if response.status_code == 302 and response["Location"] == self.admin_root and _is_refusal(request):
            response = HttpResponse(status=403)
        if response.status_code in {403, 404} and not token.is_autosaved and form_now(request, token) is None:
            return already_decided(request, token)
        is_redirect = 300 <= response.status_code < 400
        if is_redirect and not token.is_autosaved and _is_refused(request):
            with suppress(TooLong):
                keep_sent(request, token)
        elif is_redirect or _is_success(response):
            _forget(token, response)
        return response

    def _given_back(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The answer, or the words of a draft whose form it does not show any more."""
        drafts = getattr(request, "form_drafts", None)
        if drafts is None and RESTORE in request.GET and hasattr(request, "personal_link"):
            drafts = drafts_on(owner_of(request), "")
            request.form_drafts = drafts  # type: ignore[attr-defined]
        found = words_without_form(request, response, drafts) if drafts else None
        if found is not None:
            _is_refusal(request)  # that there is no right to the page any more is said by the answer
        return found or response

    def _policy(self, request: HttpRequest) -> FormPolicy | None:
        match = request.resolver_match
        if match is None or match.url_name in _SIGNING:
            return None
        if request.path_info.startswith(self.admin_root):
            return (policy_of(match.func) or FormPolicy(Device.SESSION)) if request.user.is_authenticated else None
        return policy_of(match.func)

    def _tokens(self, request: HttpRequest) -> Any:
        owner, thing = owner_of(request), _thing(request)
        address = request.get_full_path() if request.method != "POST" else _opened_at(request)
        sent: FormToken | None = getattr(request, "form_token", None)

        def token(form: PageForm) -> FormToken:
            """A form that comes back with its errors shows what was typed; what is stored it saw when it was opened."""
            own = token_of(owner, address, form, thing)
            return own.as_seen_in(sent) if sent is not None and sent.form == own.form else own

        return token

    def _typed(self, request: HttpRequest) -> Any:
        """The typed words that the page should open with: those of an interrupted saving, or those asked for."""
        if request.method != "GET" or not request.path_info.startswith(self.admin_root):
            return nullcontext()
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return nullcontext()
        drafts = drafts_on(Owner(user.pk), request.path_info)
        request.form_drafts = drafts  # type: ignore[attr-defined]  # read once for the page (cms.drafts.showing)
        wanted = [draft for draft in drafts if draft.is_interrupted or RESTORE in request.GET]
        return typed_before(wanted[0].fields) if wanted else nullcontext()


def owner_of(request: HttpRequest) -> Owner:
    """Whose drafts these are: the holder's of a personal link, in the admin the signed-in person's, else nobody's."""
    link = getattr(request, "personal_link", None)
    if link is not None:
        return Owner(link_id=link.pk)
    in_admin = request.path_info.startswith(reverse("wagtailadmin_home"))
    return Owner(user_id=request.user.pk) if in_admin and request.user.is_authenticated else Owner()


def _stores_nothing(view: Any) -> bool:
    policy = policy_of(view)
    return policy is not None and bool(policy.reason)


def _thing(request: HttpRequest) -> tuple[str, str] | None:
    told = reference(getattr(request, "form_thing", None))
    return told or getattr(request, "form_reference", None)


def _opened_at(request: HttpRequest) -> str:
    token: FormToken | None = getattr(request, "form_token", None)
    return token.address if token is not None else request.get_full_path()


def _name(request: HttpRequest) -> str:
    return request.resolver_match.url_name or "" if request.resolver_match else ""


def _is_refusal(request: HttpRequest) -> bool:
    """Whether Wagtail has turned the person away with its words about rights; these words are taken back."""
    storage = get_messages(request)
    queued = getattr(storage, "_queued_messages", [])
    if any(message.level_tag == "error" for message in queued):
        queued.clear()
        return True
    return False


def _is_refused(request: HttpRequest) -> bool:
    """Whether the view has answered with an error and with nothing done."""
    levels = [message.level_tag for message in getattr(get_messages(request), "_queued_messages", [])]
    return "error" in levels and "success" not in levels


def _is_success(response: HttpResponse) -> bool:
    return response.status_code == 200 and response.content.startswith(b'{"success": true')


def _forget(token: FormToken, response: HttpResponse) -> None:
    forget(token)
    _tell(response, token.place)


def _tell(response: HttpResponse, place: str) -> None:
    response.set_cookie(SAVED_COOKIE, place, max_age=600, samesite="Lax")
