"""How each kind of page becomes a travelling document; one module a kind."""
