"""The public pages «Стать наставником»."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.appearance.pieces import Crumb
from cms.drafts.policies import Device, keeps_drafts
from mentoring.offers.actions import OfferMentor
from mentoring.offers.forms import OfferForm


@keeps_drafts(Device.SESSION)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """Show the form; a good offer becomes a candidate of the municipality."""
    form = OfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not form.is_trapped:
            data = form.cleaned_data
            mentor = form.save(commit=False)
            mentor.subjects, mentor.directions, mentor.audiences = (
                data["subjects"],
                data["directions"],
                data["audiences"],
            )
            OfferMentor(mentor, publication=data["publication"], public_fields=data["public_fields"]).execute()
        return redirect("mentor-offer-thanks")
    crumbs = (Crumb(_("Наставники"), reverse("mentor-search")), Crumb(_("Стать наставником")))
    context = {"form": form, "crumbs": crumbs}
    return render(request, "mentoring/offers/form.html", context, status=422 if form.is_bound else 200)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Say what happens next."""
    return render(request, "mentoring/offers/thanks.html")
