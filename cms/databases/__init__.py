"""How the site speaks with its database, where Django's own way is not enough."""
