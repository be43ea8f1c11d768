"""From the author's desk to the site: Wagtail's workflow with stages of our own, guarded against every way around."""
