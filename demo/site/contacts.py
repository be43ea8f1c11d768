"""The contacts of the coordinators of the invented region; a few municipalities have none yet, as in life."""

from datetime import date

from django.utils.translation import gettext as _

from cms.contacts.models import CoordinatorContact
from cms.territories.models import Municipality
from cms.wording import counted
from demo.accounts import ACCOUNTS
from demo.parts import Say

#: Municipalities whose coordinator is not appointed yet: the centre answers their letters.
NOBODY = frozenset({"studyonoksky", "verkhnerechensky"})
OFFICES = (
    "Управление образования, методический кабинет",
    "Отдел образования администрации",
    "Центр развития образования",
)


def load_contacts(today: date, say: Say) -> None:
    """An office and a phone for each municipality, a name where the coordinator agreed to it."""
    names = {
        account.municipality: f"{account.first_name} {account.last_name}"
        for account in ACCOUNTS
        if account.role == "coordinator"
    }
    rows = []
    for number, place in enumerate(Municipality.objects.active().order_by("code")):
        if place.code in NOBODY:
            continue
        name = names.get(place.code, "")
        rows.append(
            CoordinatorContact(
                municipality=place,
                office=OFFICES[number % len(OFFICES)],
                phone=f"8 (000) {number:03}-{11 + number}-{40 + number}",
                email=f"nastavnik@{place.code}.example",
                hours="пн–пт, 9:00–17:00" if number % 3 else "вт и чт, 14:00–17:00",
                person=name,
                person_agreed_on=today if name else None,
            )
        )
    CoordinatorContact.objects.bulk_create(rows)
    say(_("%s координаторов") % counted(len(rows), _("контакт"), _("контакта"), _("контактов")))
