import pytest
from django.core.exceptions import ImproperlyConfigured

from cms.accounts.demo_guard import demo_accounts_exist, find_demo_accounts, refuse_demo_accounts
from tests.factories import UserFactory


@pytest.mark.django_db
def test_a_site_without_demo_accounts_starts() -> None:
    UserFactory(email="editor@region.example.org")
    assert not demo_accounts_exist()
    refuse_demo_accounts()


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["editor@demo.example", "EDITOR@Demo.Example"])
def test_a_demo_account_stops_the_site_with_a_way_out(email: str) -> None:
    UserFactory(email=email)
    with pytest.raises(ImproperlyConfigured, match=r"duet\.E001.*DATABASE_URL"):
        refuse_demo_accounts()


@pytest.mark.django_db
def test_an_account_that_cannot_sign_in_is_no_danger() -> None:
    UserFactory(email="editor@demo.example", is_active=False)
    refuse_demo_accounts()


@pytest.mark.django_db
def test_the_demo_itself_keeps_its_accounts(settings) -> None:  # type: ignore[no-untyped-def]
    UserFactory(email="editor@demo.example")
    settings.DUET_DEMO = True
    assert find_demo_accounts() == []
