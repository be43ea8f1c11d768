"""«Составить приказ»: a form becomes the draft of a municipal order (S4-11)."""
