"""Lists and records of the admin say «да», «нет» and «–», never True, False or None, to the ear as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import MentorFactory, PairFactory

pytestmark = pytest.mark.django_db


def test_what_is_not_known_is_a_dash(regional_centre: Any, signed_in: Callable[[Any], Client]) -> None:
    pair = PairFactory(ended_on=None)
    path = reverse(pair.snippet_viewset.get_url_name("inspect"), args=[pair.pk])
    body = signed_in(regional_centre).get(path).content.decode()

    assert "<dd>–</dd>" in body
    assert ">None<" not in body.replace(" ", "").replace("\n", "")


def test_a_tick_is_heard_in_russian(regional_centre: Any, signed_in: Callable[[Any], Client]) -> None:
    MentorFactory()
    path = reverse("wagtailsnippets_mentoring_mentor:list")
    body = "".join(signed_in(regional_centre).get(path).content.decode().split())

    assert ">True<" not in body and ">False<" not in body
    assert ">да<" in body or ">нет<" in body
