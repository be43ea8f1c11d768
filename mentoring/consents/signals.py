"""What other rooms may hear of consents."""

from django.dispatch import Signal

#: A consent was withdrawn: ``sender`` is its model, ``consent`` the record; sent in the transaction of the withdrawal.
consent_withdrawn = Signal()
