"""Settings by environment: ``demo`` (default), ``test``, ``production``; all values come from ``environment``."""
