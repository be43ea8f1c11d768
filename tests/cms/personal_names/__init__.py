"""Names of people as tables and forms hold them."""
