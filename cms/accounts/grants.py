"""The rights of each role, as one readable table: role → kind of object → actions.

A right reaches as far as the appointment's territory. Kinds are Django's ``app_label.model``; actions are Django's
and Wagtail's own words. Tests generate the permission matrix from this table.
"""

from cms.accounts.enums import Role

VIEW = frozenset({"view"})
KEEP = frozenset({"view", "add", "change"})
RUN = KEEP | {"delete", "publish", "lock", "unlock"}
#: A record that is kept as it was written: added, and then changed by its own action only (a consent is withdrawn).
RECORD = frozenset({"view", "add", "change"})
#: What others wrote: read, and then accepted or returned, never changed.
DECIDE = frozenset({"view", "approve"})

GRANTS: dict[Role, dict[str, frozenset[str]]] = {
    Role.TEACHER: {},
    Role.COORDINATOR: {
        "mentoring.mentor": RUN,
        "mentoring.pair": KEEP | {"delete"},
        "mentoring.mentorconsent": RECORD,
        "mentoring.trainingrecord": KEEP | {"delete"},
        "mentoring.duetproject": KEEP | {"delete"},
        "mentoring.menteeconsent": RECORD,
        "mentoring.bankquestion": VIEW,
        "bestpractices.adoption": KEEP,
        "bestpractices.yearbook": KEEP | {"delete"},
        "cms.organisation": KEEP,
        "cms.coordinatorcontact": KEEP,
    },
    Role.METHODIST: {
        "mentoring.mentor": KEEP,
        "mentoring.pair": VIEW,
        "mentoring.mentorconsent": VIEW,
        "mentoring.trainingrecord": KEEP,
        "mentoring.duetproject": VIEW,
        "mentoring.menteeconsent": VIEW,
        "mentoring.bankquestion": VIEW,
        "bestpractices.adoption": KEEP,
        "bestpractices.yearbook": KEEP,
        "cms.organisation": VIEW,
    },
    Role.EXPERT: {},
    Role.EDITOR: {
        "mentoring.mentor": VIEW,
        "mentoring.duetproject": KEEP | {"delete"},
        "mentoring.menteeconsent": VIEW,
        "mentoring.bankquestion": VIEW,
    },
    Role.REGIONAL_CENTRE: {
        "mentoring.mentor": RUN,
        "mentoring.pair": KEEP | {"delete"},
        "mentoring.mentorconsent": RECORD,
        "mentoring.trainingrecord": KEEP | {"delete"},
        "mentoring.duetproject": KEEP | {"delete"},
        "mentoring.menteeconsent": RECORD,
        "mentoring.bankquestion": KEEP | {"delete"},
        "mentoring.subject": KEEP | {"delete"},
        "mentoring.direction": KEEP | {"delete"},
        "mentoring.audience": KEEP | {"delete"},
        "mentoring.deficit": KEEP | {"delete"},
        "mentoring.workformat": KEEP | {"delete"},
        "mentoring.schooldocument": KEEP | {"delete"},
        "bestpractices.adoption": KEEP,
        "bestpractices.criterion": KEEP | {"delete"},
        "bestpractices.expert": KEEP | {"delete"},
        "bestpractices.yearbook": DECIDE,
        "bestpractices.reviewpolicy": frozenset({"view", "change"}),
        "duet_search.synonymgroup": KEEP | {"delete"},
        "duet_search.bestbet": KEEP | {"delete"},
        "cms.organisation": KEEP | {"delete"},
        "cms.municipality": KEEP,
        "cms.coordinatorcontact": KEEP | {"delete"},
        "cms.organisationtag": KEEP | {"delete"},
        "cms.glossaryterm": KEEP | {"delete"},
        "cms.region": frozenset({"view", "change"}),
        "cms.appointment": KEEP | {"delete"},
        "cms.outgoingmail": frozenset({"view", "change"}),
        "django_tasks_database.dbtaskresult": frozenset({"view", "change"}),
    },
}


def roles_granted(model_label: str, actions: frozenset[str]) -> frozenset[Role]:
    """The roles that may do at least one of the actions to objects of the kind ``app_label.model``."""
    return frozenset(role for role, kinds in GRANTS.items() if kinds.get(model_label, frozenset()) & actions)
