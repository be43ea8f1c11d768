"""The default engine: posting lists (roaring bitmaps) in the site's own database, facets and orders in each process."""
