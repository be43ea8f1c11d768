"""The whole page: ours against the same search with rows of the ORM and Django's own templates."""
