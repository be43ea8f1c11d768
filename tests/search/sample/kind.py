"""Makes the sample findable, as a package with real models would."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from search.interface import Document, Facet, Schema, Sort, SortKey, TextField, TextKind
from search.registry import Registration, Watch, registry
from tests.search.sample.models import MODELS, Consent, School, Subject, SynonymGroup, Teacher

SCHEMA = Schema(
    kind="teacher",
    texts=(
        TextField("name", TextKind.NAME),
        TextField("subjects", TextKind.TITLE),
        TextField("place", TextKind.PLACE),
        TextField("about", TextKind.BODY),
    ),
    facets=(Facet("district"), Facet("subject"), Facet("places"), Facet("scope", counted=False)),
    sorts=(
        Sort("best", (SortKey("free", descending=True), SortKey("name"))),
        Sort("name", (SortKey("name"),)),
        Sort("name_back", (SortKey("name", descending=True),)),
        Sort("places", (SortKey("places", descending=True),)),
    ),
    default_sort="best",
    tiebreak="best",
    suggested_name="name",
    ignored_words=frozenset({"наставник", "найти"}),
)


def document(
    number: int,
    name: str = "",
    *,
    about: str = "",
    place: str = "",
    district: str = "",
    subjects: Sequence[str] = (),
    places: int = 0,
    scope: str = "",
) -> Document:
    """A document of the sample kind without a row behind it."""
    return Document(
        id=number,
        facets={
            "district": (district,) if district else (),
            "subject": tuple(subjects),
            "places": ("free",) if places else (),
            "scope": (scope,) if scope else (),
        },
        texts={"name": name, "subjects": ", ".join(subjects), "place": place, "about": about},
        keys={"free": int(places > 0), "name": name, "places": places},
        card={"name": name, "places": places},
        suggestions=tuple(("subject", subject) for subject in subjects),
    )


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """The documents of teachers who may be found today."""
    today = timezone.localdate()
    consents = dict(
        Consent.objects.filter(Q(until__gte=today) | Q(until=None), teacher__in=ids).values_list("teacher_id", "until")
    )
    subjects: dict[int, list[str]] = {}
    # The app of the sample is not installed, so Django knows no way back from a subject to its teachers.
    for teacher_id, name in Teacher.subjects.through.objects.filter(teacher__in=ids).values_list(
        "teacher_id", "subject__name"
    ):
        subjects.setdefault(teacher_id, []).append(name)
    for teacher in Teacher.objects.filter(pk__in=consents).select_related("school"):
        plain = document(
            teacher.pk,
            teacher.name,
            about=f"{teacher.about} {teacher.school.name}",
            district=teacher.school.district,
            subjects=sorted(subjects.get(teacher.pk, ())),
            places=teacher.places,
        )
        yield replace(plain, valid_until=consents[teacher.pk])


WATCHES = (
    Watch(Teacher),
    Watch(Teacher.subjects.through, column="teacher_id"),
    Watch(School, lookup="school", when=("name", "district")),
    Watch(Subject, lookup="subjects", when=("name",)),
    Watch(Consent, column="teacher_id"),
)


def register() -> Registration:
    """Register the sample kind and its synonyms."""
    registry.register_synonyms(
        lambda: [group.phrases.split(",") for group in SynonymGroup.objects.all()], models=[SynonymGroup]
    )
    return registry.register(SCHEMA, model=Teacher, documents=documents, watches=WATCHES)


def create_tables() -> None:
    """The sample has no migrations: its tables are created at once."""
    there = connection.introspection.table_names()
    with connection.schema_editor() as editor:
        for model in MODELS:
            if model._meta.db_table not in there:
                editor.create_model(model)
