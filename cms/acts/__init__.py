"""Normative acts: what they order, what they rest on, and what is in force on a day."""
