"""One cell of a known field becomes the values that a mentor's entry takes; a module a kind of cell."""
