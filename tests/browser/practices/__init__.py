"""Practices in a real browser, role by role: from the draft to the regional copy, its update and its withdrawal."""
