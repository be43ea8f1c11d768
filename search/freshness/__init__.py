"""How the search learns what changed: database triggers write notes, engines work them off."""
