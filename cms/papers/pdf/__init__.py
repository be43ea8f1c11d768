"""Papers as PDF, by reportlab."""
