"""The search «Найти наставника»: what of a mentor is indexed, the facets, the address of a search, and its page."""
