"""The public page of a mentor."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cms.actions import Refused
from cms.confirming.actions import AskToConfirm, is_own_mailbox
from cms.drafts.policies import Device, keeps_drafts
from cms.freshness.remembered import remembered
from cms.security.visitors import network_mark
from cms.sharing.address import site_root
from mentoring.bank.models import Mentor
from mentoring.bank.pages import MentorPage, similar_mentors
from mentoring.bank.presenters import public_mentor
from mentoring.bank.relations import mentor_relations, portrait_of
from mentoring.letters.actions import LetterRefused, WriteLetter
from mentoring.letters.confirmed import LETTER
from mentoring.letters.forms import LetterForm


@remembered
@require_safe
def mentor_page(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a public mentor; an old name in the address leads to today's, a hidden entry answers 404."""
    page = _page(request, pk)
    if request.path != page.mentor.url:
        return redirect(page.mentor.url, permanent=True)
    return render(request, "mentoring/mentor_page.html", {"page": page, "mentor": page.mentor})


@keeps_drafts(Device.SESSION)
@require_http_methods(["GET", "HEAD", "POST"])
def write_to_mentor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a letter to a mentor who agreed to get letters; the address stays with the site."""
    page = _page(request, pk)
    if not page.mentor.can_be_written_to:
        raise Http404
    form = LetterForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (answer := _answer(request, form, pk)):
        return answer
    context = {"page": page, "mentor": page.mentor, "form": form}
    return render(request, "mentoring/letters/form.html", context, status=422 if form.is_bound else 200)


@require_safe
def letter_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the letter is on its way, and what comes next."""
    page = _page(request, pk)
    return render(request, "mentoring/letters/sent.html", {"page": page, "mentor": page.mentor})


def _page(request: HttpRequest, pk: int) -> MentorPage:
    mentor = get_object_or_404(Mentor.objects.for_presenting(), pk=pk)
    today = timezone.localdate()
    public = public_mentor(mentor, today)
    if public is None:
        raise Http404
    return MentorPage(
        public,
        similar_mentors(mentor, today),
        site_root() + public.url,
        mentor_relations.of(mentor, today),
        None if public.portrait_id else portrait_of(mentor, today),
    )


def _answer(request: HttpRequest, form: LetterForm, pk: int) -> HttpResponse | None:
    """What follows a good letter: its sender confirms it first, if we do not know the mailbox; None if refused."""
    letter, text = form.save(commit=False), form.cleaned_data["text"]
    letter.network = network_mark(request, "mentoring.letters")
    is_known = is_own_mailbox(request, letter.sender_email)
    action = WriteLetter(letter, text, Mentor.objects.for_presenting().get(pk=pk))
    try:
        if not form.is_trapped:
            action.check()
            if is_known:
                action.execute()
            else:
                about = {"mentor": pk, "network": letter.network}
                AskToConfirm(request, LETTER, letter.sender_email, about).execute()
    except (LetterRefused, Refused) as refusal:
        form.add_error(None, str(refusal))
        return None
    return redirect("mentor-letter-sent", pk=pk) if is_known else redirect("confirm-sent", LETTER.code)
