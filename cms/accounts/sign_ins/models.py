"""That somebody signed in: when, with what, from where; it outlives the session by a month."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

#: How long it is known where somebody signed in: a place known from it is not taken for a guesser's.
KEPT = timedelta(days=30)


def session_with(key: str) -> SessionBase:
    """The stored session of this key, whichever store the settings name."""
    store: SessionBase = import_module(settings.SESSION_ENGINE).SessionStore(key)
    return store


class SignInQuerySet(models.QuerySet["SignIn"]):
    """Questions about sign-ins."""

    def open(self) -> SignInQuerySet:
        """Those that nobody has ended yet; a session that ran out by itself is still among them."""
        return self.filter(ended_at=None)

    def known_place(self, username: str, network: str, now: datetime) -> bool:
        """Whether the person of this name signed in from this network within a month."""
        return self.filter(user__username=username, network=network, began_at__gt=now - KEPT).exists()


class SignIn(models.Model):
    """One session of one person."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins", verbose_name=_("кто"))
    session_key = models.CharField(max_length=40, blank=True, db_index=True, editable=False)
    began_at = models.DateTimeField(_("когда"), default=timezone.now, db_index=True)
    seen_at = models.DateTimeField(_("последнее действие"), default=timezone.now)
    ended_at = models.DateTimeField(_("закончен"), null=True, blank=True)
    device = models.CharField(_("где"), max_length=80, blank=True)
    address = models.GenericIPAddressField(_("адрес в сети"), null=True, blank=True)
    network = models.CharField(max_length=64, editable=False, help_text="A keyed hash of the network.")

    objects = SignInQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_at"]
        verbose_name = _("вход")
        verbose_name_plural = _("входы")

    def __str__(self) -> str:
        return f"{self.user}, {self.began_at:%d.%m.%Y}"

    def is_live(self, user: Any) -> bool:
        """Whether the session still opens doors: it has not run out, and the password is the same."""
        kept = session_with(self.session_key).get(HASH_SESSION_KEY, "")
        return constant_time_compare(kept, user.get_session_auth_hash())

    def end(self) -> None:
        """Close the session at once, wherever it is open."""
        session_with(self.session_key).delete()
        self.session_key, self.ended_at = "", timezone.now()
        self.save(update_fields=["session_key", "ended_at"])
