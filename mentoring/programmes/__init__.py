"""Programmes of mentoring: what an organisation describes, its seven stages and the cyclogram of its year."""
