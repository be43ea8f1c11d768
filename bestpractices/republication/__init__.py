"""Owns copies of published pages in other branches: their provenance, their updates, their withdrawal."""
