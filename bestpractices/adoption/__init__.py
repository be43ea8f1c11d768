"""Owns «берём практику»: which school takes which practice, what it changes, and what came of it."""
