"""Copies and uses of practices in the demo region."""
