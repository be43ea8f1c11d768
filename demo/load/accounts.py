"""The demo's accounts and their appointments."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from cms.accounts.models import Appointment
from cms.territories.models import Municipality
from demo.accounts import PASSWORD
from demo.shapes import DemoRegion


def load_accounts(demo: DemoRegion, municipalities: dict[str, Municipality]) -> None:
    """Create a user with an appointment for each account; accounts that are there already stay as they are."""
    users = get_user_model()
    password = make_password(PASSWORD)  # once: hashing is slow on purpose
    for account in demo.accounts:
        user, is_new = users._default_manager.get_or_create(
            username=account.email.partition("@")[0],
            defaults={
                "email": account.email,
                "last_name": account.last_name,
                "first_name": account.first_name,
                "password": password,
            },
        )
        if is_new:
            municipality = municipalities[account.municipality] if account.municipality else None
            Appointment.objects.create(user=user, role=account.role, municipality=municipality, since=demo.today)
