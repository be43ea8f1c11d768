"""The cache that all processes share: limits count together, and what one process computed serves the others."""
