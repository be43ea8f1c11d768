"""Whom visitors may ask: the centre, the coordinator of each municipality, and letters that the site passes on."""
