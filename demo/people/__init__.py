"""Invented people: given names by generation, patronymics and surnames that agree in gender."""
