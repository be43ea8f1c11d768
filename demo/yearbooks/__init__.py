"""Three invented year books: one that is being written, one at the centre, one on the page of its school."""
