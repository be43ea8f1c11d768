"""Offers whose senders' mailboxes have answered: only now does the coordinator see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.confirming.actions import refused_form
from cms.confirming.kinds import Kind, register_kind
from mentoring.offers.actions import OfferMentor
from mentoring.offers.forms import OfferForm


def take_offer(form: OfferForm) -> None:
    """A good form becomes a candidate of the municipality."""
    data = form.cleaned_data
    mentor = form.save(commit=False)
    mentor.subjects, mentor.directions, mentor.audiences = data["subjects"], data["directions"], data["audiences"]
    OfferMentor(mentor, publication=data["publication"], public_fields=data["public_fields"]).execute()


def _offer(data: QueryDict, about: Mapping[str, Any]) -> str:
    form = OfferForm(data)
    if not form.is_valid():
        raise refused_form(form)
    take_offer(form)
    return reverse("mentor-offer-thanks")


OFFER = register_kind(Kind("zayavka", _("заявка «Стать наставником»"), _("координатор вашего муниципалитета"), _offer))
