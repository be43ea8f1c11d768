"""The Mentor Bank as a table: the nine columns of S4-01 in their order, then what makes it importable again."""
