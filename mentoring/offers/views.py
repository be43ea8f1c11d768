"""The public pages «Стать наставником»."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.actions import Refused
from cms.appearance.pieces import Crumb
from cms.confirming.actions import AskToConfirm, is_own_mailbox
from cms.drafts.policies import Device, keeps_drafts
from mentoring.offers.confirmed import OFFER, take_offer
from mentoring.offers.forms import OfferForm


@keeps_drafts(Device.SESSION)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """Show the form; a good offer becomes a candidate of the municipality once its mailbox has answered."""
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (answer := _answer(request, form)):
        return answer
    crumbs = (Crumb(_("Наставники"), reverse("mentor-search")), Crumb(_("Стать наставником")))
    context = {"form": form, "crumbs": crumbs}
    return render(request, "mentoring/offers/form.html", context, status=422 if form.is_bound else 200)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Say what happens next."""
    return render(request, "mentoring/offers/thanks.html")


def _answer(request: HttpRequest, form: OfferForm) -> HttpResponse | None:
    """What follows a good offer; a machine is told the same, and nothing is kept. None if it has to wait."""
    email = form.cleaned_data["email"]
    is_known = is_own_mailbox(request, email)
    try:
        if form.is_trapped:
            pass
        elif is_known:
            take_offer(form)
        else:
            AskToConfirm(request, OFFER, email).execute()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    return redirect("mentor-offer-thanks") if is_known else redirect("confirm-sent", OFFER.code)
