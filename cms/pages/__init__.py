"""Base page types: the region's home and plain text pages."""
