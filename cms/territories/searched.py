"""By what organisations are found in lists and choosers, and everything that stands beside one."""

from cms.lists.conditions import behind

ORGANISATION_SEARCHED = ("short_name", "full_name", "settlement", "municipality__name")
OF_ORGANISATION = behind("organisation", ORGANISATION_SEARCHED)
