"""Accounts are shown under the names of their people."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_people_are_chosen_by_surname_and_told_apart(superuser, signed_in):
    UserFactory(username="r1", last_name="Рябинина", first_name="Елена")
    UserFactory(username="r2", last_name="Рябинина", first_name="Елена")
    UserFactory(username="nameless", last_name="", first_name="")

    for register in ("cms_appointment", "bestpractices_expert"):
        form = signed_in(superuser).get(reverse(f"{register}_modeladmin_create")).content.decode()

        assert "Рябинина Елена (r1)" in form
        assert "Рябинина Елена (r2)" in form
        assert ">nameless<" in form
