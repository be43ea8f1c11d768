"""The editor's guide inside the admin: the chapters of ``docs/guide``, where people work."""
