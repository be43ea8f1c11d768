"""Consents: processing and publication are separate dated records; nothing of a person is public without them."""
