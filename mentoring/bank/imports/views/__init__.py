"""The wizard in the admin: upload → columns → preview → import → report."""
