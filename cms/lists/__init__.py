"""How lists and choosers of the admin are searched: every word, in any form and case, in any of the fields."""
