"""Acts and programmes are chosen from lists of their own kind, acts by number in any spelling."""

import pytest
from django.urls import reverse

from tests.factories import OrganisationFactory, open_branch
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme

pytestmark = pytest.mark.django_db


def found(client, chooser, query=""):
    return client.get(reverse(f"{chooser}:choose_results"), {"q": query}).content.decode()


@pytest.fixture
def client(signed_in, editor, municipality):
    open_branch(municipality)
    return signed_in(editor)


@pytest.mark.parametrize("query", ["№Р-145", "р145", "P-145", "р 145"])
def test_a_number_is_found_in_any_spelling(client, query):
    wanted, other = make_act("Р-145", title="Методология"), make_act("214-о", title="Положение школы")
    for chooser in ("act_chooser", "ground_chooser"):
        page = found(client, chooser, query)
        assert wanted.title in page
        assert other.title not in page


def test_words_find_too_and_pages_of_other_kinds_are_not_there(client, municipality):
    act = make_act(title="Положение о наставничестве")
    programme = make_programme(OrganisationFactory(municipality=municipality))
    acts, programmes, grounds = (found(client, name) for name in ("act_chooser", "programme_chooser", "ground_chooser"))
    assert act.title in found(client, "act_chooser", "ПОЛОЖЕНИЕ наставничестве".lower())
    assert (act.title in acts, programme.title in acts) == (True, False)
    assert (act.title in programmes, programme.title in programmes) == (False, True)
    assert (act.title in grounds, programme.title in grounds) == (True, True)


def test_anothers_draft_is_neither_listed_nor_handed_out(client, other_municipality):
    foreign = make_act("77-о", title="Чужой черновик", live=False, home=open_branch(other_municipality))
    for chooser in ("act_chooser", "ground_chooser"):
        assert "Чужой черновик" not in found(client, chooser)
        assert client.get(reverse(f"{chooser}:chosen", args=[foreign.pk])).status_code == 404


def test_the_chosen_act_reads_with_its_number_and_date(client):
    act = make_act("214-о", title="Положение школы")
    for chooser in ("act_chooser", "ground_chooser"):
        answer = client.get(reverse(f"{chooser}:chosen", args=[act.pk])).json()
        assert answer["result"]["title"] == "Положение школы, № 214-о от 18.09.2023"


def test_a_stranger_chooses_nothing(db):
    from django.test import Client

    assert Client().get(reverse("act_chooser:choose")).status_code == 302
