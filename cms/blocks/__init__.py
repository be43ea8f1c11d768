"""What editors build the text of a page from."""
