"""Backups: database and uploaded files in one archive that says what it holds, and the way back."""
