"""The rights of each role, as one readable table: role → kind of object → actions.

A right reaches as far as the appointment's territory. Kinds are Django's ``app_label.model``; actions are Django's
and Wagtail's own words. Tests generate the permission matrix from this table.
"""

from cms.accounts.enums import Role

VIEW = frozenset({"view"})
KEEP = frozenset({"view", "add", "change"})
RUN = KEEP | {"delete", "publish", "lock", "unlock"}

GRANTS: dict[Role, dict[str, frozenset[str]]] = {
    Role.TEACHER: {},
    Role.COORDINATOR: {
        "mentoring.mentor": RUN,
        "mentoring.pair": RUN,
        "mentoring.mentorconsent": RUN,
        "cms.organisation": KEEP,
    },
    Role.METHODIST: {
        "mentoring.mentor": KEEP,
        "mentoring.pair": VIEW,
        "mentoring.mentorconsent": VIEW,
        "cms.organisation": VIEW,
    },
    Role.EXPERT: {},
    Role.EDITOR: {"mentoring.mentor": VIEW},
    Role.REGIONAL_CENTRE: {
        "mentoring.mentor": RUN,
        "mentoring.pair": RUN,
        "mentoring.mentorconsent": RUN,
        "mentoring.subject": RUN,
        "mentoring.direction": RUN,
        "mentoring.audience": RUN,
        "mentoring.deficit": RUN,
        "duet_search.synonymgroup": RUN,
        "cms.organisation": RUN,
        "cms.municipality": KEEP,
        "cms.organisationtag": RUN,
        "cms.region": frozenset({"view", "change"}),
        "cms.appointment": RUN,
    },
}


def roles_granted(model_label: str, actions: frozenset[str]) -> frozenset[Role]:
    """The roles that may do at least one of the actions to objects of the kind ``app_label.model``."""
    return frozenset(role for role, kinds in GRANTS.items() if kinds.get(model_label, frozenset()) & actions)
