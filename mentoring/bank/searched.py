"""By what mentors are found in lists and choosers, and everything that stands beside one."""

from cms.lists.conditions import behind
from cms.territories.searched import OF_ORGANISATION

PERSON_SEARCHED = ("last_name", "first_name", "patronymic")
MENTOR_SEARCHED = (*PERSON_SEARCHED, "position", "subjects__name", "directions__name", *OF_ORGANISATION)
OF_MENTOR = behind("mentor", (*PERSON_SEARCHED, "organisation__short_name", "organisation__full_name"))
