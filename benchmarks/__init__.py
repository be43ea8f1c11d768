"""Measures the mentor search side by side with its alternatives: `make bench`. Results stand in README.md here."""
