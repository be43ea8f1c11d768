"""A draft is given back, and its page has no such form any more: the words are shown beside what was decided."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from cms.drafts.answers import beside_the_decision, typed_words, wants_json
from cms.drafts.asking import form_now
from cms.drafts.models import FormDraft
from cms.drafts.page_forms import forms_of
from cms.drafts.sealing import MARK, is_page, marked
from cms.drafts.showing import RESTORE
from cms.drafts.tokens import FormToken, read_token


def words_without_form(request: HttpRequest, response: HttpResponse, drafts: list[FormDraft]) -> HttpResponse | None:
    """In place of a page: the words of every draft that it should give back and has no form for; else None.

    The newest says what has become of the page; the words of the others stand below its own.

    An interrupted draft is given back once by itself, at an address that shows it again as long as it is kept.
    """
    is_asked = RESTORE in request.GET
    wanted = sorted((it for it in drafts if is_asked or it.is_interrupted), key=lambda it: it.saved_at, reverse=True)
    known = [(draft, token) for draft in wanted if (token := read_token(draft.token)) is not None]
    if not known or wants_json(request):
        return None
    gone = [(draft, token) for draft, token in known if _is_gone(request, response, token)]
    if not gone or gone[0] != known[0]:  # the newest has its form: that is what the page shows
        return None
    if not is_asked:
        FormDraft.objects.filter(pk__in=[draft.pk for draft, _token in gone]).update(is_interrupted=False)
        return HttpResponseRedirect(_restoring(gone[0][1].address))
    (draft, token), *others = gone
    more = [words for other, its in others for words in typed_words(_data_of(other), its, other.labels)]
    return beside_the_decision(request, token, _data_of(draft), draft.labels, more=more)


def _data_of(draft: FormDraft) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in draft.fields:
        data.appendlist(name, value)
    return data


def _is_gone(request: HttpRequest, response: HttpResponse, token: FormToken) -> bool:
    """Whether the page of a form is closed, leads elsewhere or shows no such form.

    A page at another address of the same path (another step, another filter) says nothing about it.
    """
    is_here = _restoring(token.address) == _restoring(request.get_full_path())
    if response.status_code == 200 and is_here:
        return is_page(response) and token.form not in _keys(response)
    if response.status_code >= 500 or not (is_here or RESTORE in request.GET):
        return False
    return form_now(request, token) is None


def _keys(response: HttpResponse) -> set[str]:
    page, count = marked(response.content.decode(response.charset))
    return {form.key for form in forms_of(page, MARK)} if count else set()


def _restoring(address: str) -> str:
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != RESTORE]
    return f"{parts.path}?{urlencode([*query, (RESTORE, '1')])}"
