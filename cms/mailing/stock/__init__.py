"""Mails that Wagtail would send by itself, at once and inside the transaction: here they go through the outbox."""
