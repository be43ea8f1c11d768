"""The headings of a table: found wherever they stand, read in all their levels, and turned into proposals of fields."""
