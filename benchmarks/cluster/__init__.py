"""Measures the engine of a search server beside the same body sent raw, and beside Wagtail's own backend for it."""
