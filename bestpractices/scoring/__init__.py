"""Experts: who is asked, by which criteria they score, and how far apart they are."""
