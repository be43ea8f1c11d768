"""The branch of a municipality on the site: its pages, its groups, its files, its workflow, and who stands in them."""
