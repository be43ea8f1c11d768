"""What the mentors teach: a plausible set of subjects for each kind of organisation, and the position that follows."""

import random

from cms.territories.enums import OrganisationKind
from demo.dice import weighted
from demo.texts.compose import SUBJECTS

_SCHOOL = (
    ("primary", 21.0), ("russian", 13.0), ("mathematics", 12.0), ("english", 9.0), ("history", 6.5), ("physics", 4.5),
    ("biology", 4.5), ("geography", 4.5), ("physical-education", 5.0), ("informatics", 4.0), ("chemistry", 3.5),
    ("technology", 3.2), ("social-studies", 2.4), ("fine-art", 1.8), ("music", 1.7), ("safety", 2.0),
    ("literature", 1.5), ("psychology", 1.5), ("german", 1.2), ("special-needs", 1.0), ("speech-therapy", 0.8),
    ("native-language", 0.7),
    ("robotics", 0.5), ("french", 0.35), ("economics", 0.4), ("spiritual-culture", 0.4), ("chinese", 0.15),
    ("astronomy", 0.1), ("supplementary", 0.8),
)  # fmt: skip
_KINDERGARTEN = (
    ("preschool", 72.0), ("speech-therapy", 9.0), ("psychology", 6.0), ("music", 6.0), ("physical-education", 4.0),
    ("special-needs", 3.0),
)  # fmt: skip
_COLLEGE = (
    ("vocational", 58.0), ("mathematics", 7.0), ("russian", 7.0), ("informatics", 7.0), ("english", 6.0),
    ("history", 5.0),    ("physical-education", 4.0), ("psychology", 3.0), ("safety", 3.0),
)  # fmt: skip
_EXTRA = (
    ("supplementary", 60.0), ("robotics", 10.0), ("fine-art", 8.0), ("music", 8.0), ("physical-education", 8.0),
    ("technology", 4.0), ("biology", 2.0),
)  # fmt: skip
_BY_KIND = {
    OrganisationKind.KINDERGARTEN: _KINDERGARTEN,
    OrganisationKind.COLLEGE: _COLLEGE,
    OrganisationKind.EXTRA: _EXTRA,
}

#: Second and third subjects that go with the first, and how often.
_COMPANIONS: dict[str, tuple[tuple[str, float], ...]] = {
    "russian": (("literature", 0.86), ("native-language", 0.05), ("individual-project", 0.03)),
    "literature": (("russian", 0.6),),
    "history": (("social-studies", 0.78), ("spiritual-culture", 0.1), ("economics", 0.05)),
    "social-studies": (("history", 0.6), ("economics", 0.2)),
    "mathematics": (("informatics", 0.12), ("physics", 0.12), ("individual-project", 0.04)),
    "physics": (("astronomy", 0.2), ("mathematics", 0.18), ("robotics", 0.05)),
    "informatics": (("robotics", 0.2), ("mathematics", 0.15), ("individual-project", 0.06)),
    "chemistry": (("biology", 0.34), ("individual-project", 0.05)),
    "biology": (("chemistry", 0.24), ("geography", 0.14), ("individual-project", 0.05)),
    "geography": (("biology", 0.15), ("individual-project", 0.05)),
    "english": (("german", 0.13), ("french", 0.05), ("chinese", 0.015)),
    "german": (("english", 0.4),),
    "french": (("english", 0.6),),
    "primary": (("spiritual-culture", 0.06), ("special-needs", 0.03)),
    "technology": (("fine-art", 0.16), ("robotics", 0.1)),
    "fine-art": (("technology", 0.2), ("music", 0.06)),
    "safety": (("physical-education", 0.3),),
    "physical-education": (("safety", 0.12),),
}

#: Share of women among those who teach the subject; elsewhere 0.86.
_WOMEN = {
    "physical-education": 0.42, "safety": 0.3, "technology": 0.55, "informatics": 0.68, "physics": 0.72,
    "history": 0.74, "robotics": 0.5, "preschool": 0.99, "primary": 0.97, "vocational": 0.6, "speech-therapy": 0.98,
}  # fmt: skip

_POSITIONS = {
    "preschool": "Воспитатель",
    "psychology": "Педагог-психолог",
    "speech-therapy": "Учитель-логопед",
    "special-needs": "Учитель-дефектолог",
    "supplementary": "Педагог дополнительного образования",
}
_IN_KINDERGARTEN = {"music": "Музыкальный руководитель", "physical-education": "Инструктор по физической культуре"}
_JOINED: dict[tuple[str, ...], str] = {
    ("russian", "literature"): "русского языка и литературы",
    ("history", "social-studies"): "истории и обществознания",
    ("mathematics", "physics"): "математики и физики",
    ("chemistry", "biology"): "химии и биологии",
    ("physics", "astronomy"): "физики и астрономии",
}


def choose_subjects(rng: random.Random, kind: str) -> tuple[str, ...]:
    """One to three subjects of a teacher in an organisation of the kind; the main one stands first."""
    main = weighted(rng, _BY_KIND.get(OrganisationKind(kind), _SCHOOL))
    companions = [code for code, chance in _COMPANIONS.get(main, ()) if rng.random() < chance]
    return (main, *companions[:2])


def choose_is_female(rng: random.Random, subject: str) -> bool:
    """Whether the teacher of the subject is a woman."""
    return rng.random() < _WOMEN.get(subject, 0.86)


def position(kind: str, subjects: tuple[str, ...]) -> str:
    """The post of a teacher: «Учитель русского языка и литературы», «Воспитатель»."""
    main = subjects[0]
    if kind == OrganisationKind.KINDERGARTEN and main in _IN_KINDERGARTEN:
        return _IN_KINDERGARTEN[main]
    if main in _POSITIONS:
        return _POSITIONS[main]
    if kind == OrganisationKind.EXTRA:
        return "Педагог дополнительного образования"
    what = _JOINED.get(subjects[:2], SUBJECTS[main].genitive)
    return f"Преподаватель {what}" if kind == OrganisationKind.COLLEGE else f"Учитель {what}"
