"""Links that lead out of the site: where they stand, whether they still open, and which are probably misspelt."""
