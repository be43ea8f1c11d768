"""The look of the site: contrast, cookie, error pages, components, and the page that shows them all."""
