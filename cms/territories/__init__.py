"""Territories: the region, its municipalities and their organisations."""
