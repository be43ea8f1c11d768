"""Mails: written down in the transaction of what they tell of, delivered later, never inside a request."""
