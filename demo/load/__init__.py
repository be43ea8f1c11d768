"""Brings the invented region into the database, in bulk and in one transaction."""
