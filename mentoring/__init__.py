"""People and their work together: reference tables, consents, the Mentor Bank, pairs."""
