"""Searches with facets, whatever they find: the declaration, the address, the panel, the page and its answer."""
