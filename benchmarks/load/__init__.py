"""Eight clients at the search, of the product and of a site as Wagtail begins it."""
