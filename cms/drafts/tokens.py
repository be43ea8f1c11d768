"""What a form carries: who opened it, where, about what, and a mark of every field as it stood then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2s
from typing import Any

from django.core import signing
from django.utils import timezone

from cms.drafts.models import KEPT
from cms.drafts.page_forms import PageForm, digest

#: The name of the hidden field.
FIELD = "form-token"
#: What the fields are called, as the script read it from the page; only words to show, never trusted for more.
LABELS = "form-labels"
_SALT = "cms.drafts"


@dataclass(frozen=True, slots=True)
class Owner:
    """A person, the holder of a personal link, or nobody we know (both empty)."""

    user_id: int | None = None
    link_id: int | None = None

    @property
    def is_known(self) -> bool:
        """Whether the site may keep anything for them."""
        return self.user_id is not None or self.link_id is not None


@dataclass(frozen=True, slots=True)
class FormToken:
    """The signed contents of the hidden field."""

    owner: Owner
    #: The address of the page on which the form stands, with its query.
    address: str
    form: str
    action: str
    fields: dict[str, str]
    secrets: tuple[str, ...]
    is_autosaved: bool
    #: The object that the page is about: label of the model and key.
    thing: tuple[str, str] | None
    opened_at: datetime

    def as_seen_in(self, older: FormToken | None) -> FormToken:
        """This form with what had been seen when its draft was begun: others' changes since then are still news."""
        return self if older is None else replace(self, fields=older.fields, opened_at=older.opened_at)

    @property
    def page(self) -> str:
        """Where drafts are looked for; the path of a personal link is a secret and stays out."""
        return "" if self.owner.link_id is not None else self.address.partition("?")[0]

    @property
    def place(self) -> str:
        """The name of the draft on the device: says nothing about the page."""
        said = f"{self.owner}\n{self.address.partition('?')[0]}\n{self.form}"
        return blake2s(said.encode(), digest_size=10).hexdigest()

    def sealed(self) -> str:
        """The value of the hidden field."""
        packed = [
            self.owner.user_id, self.owner.link_id, self.address, self.form, self.action, self.fields, self.secrets,
            self.is_autosaved, self.thing, self.opened_at.timestamp(),
        ]  # fmt: skip
        return signing.dumps(packed, salt=_SALT, compress=True)


def token_of(owner: Owner, address: str, form: PageForm, thing: tuple[str, str] | None) -> FormToken:
    """The token of a form as it stands now."""
    return FormToken(
        owner=owner,
        address=address,
        form=form.key,
        action=form.action,
        fields={name: digest(field.values) for name, field in form.fields.items()},
        secrets=tuple(form.secrets),
        is_autosaved=form.is_autosaved,
        thing=thing,
        opened_at=timezone.now(),
    )


def read_token(value: str | None) -> FormToken | None:
    """The token behind a hidden field; None for none, for a foreign one and for one that is too old."""
    if not value:
        return None
    try:
        packed: Any = signing.loads(value, salt=_SALT, max_age=KEPT)
    except signing.BadSignature:
        return None
    user, link, address, form, action, fields, secrets, autosaved, thing, moment = packed
    return FormToken(
        Owner(user, link), address, form, action, fields, tuple(secrets), autosaved, tuple(thing) if thing else None,
        datetime.fromtimestamp(moment, tz=timezone.get_default_timezone()),
    )  # fmt: skip
