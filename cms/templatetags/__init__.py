"""The site's words for templates: ``{% load duet %}``."""
