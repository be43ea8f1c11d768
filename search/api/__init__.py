"""The read-only JSON API: what the search pages show, for other programs, and nothing more."""
