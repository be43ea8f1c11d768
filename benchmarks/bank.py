"""Fills the product's own tables with a bank of any size: the demo region, then copies of it with other people.

A copy keeps place, subjects, directions and forms of its model, takes name and day of confirmation from another row
and half of its text from there: the distributions stay, the texts are not the same.
"""

from dataclasses import replace
from datetime import date

from django.db import connection, models, transaction

from demo.load.mentors import load_mentors
from demo.load.pairs import load_pairs
from demo.load.territories import load_territories
from demo.region import build_region
from demo.shapes import DemoRegion
from mentoring.bank.models import Mentor
from mentoring.consents.models import MentorConsent
from mentoring.pairs.models import Pair, PairMentee
from mentoring.reference.seeding import seed_reference
from search.freshness import installing

STRIDE = 2741  # a prime: how far away in the region the other half of a copy is taken from
LINKS = (Mentor.subjects.through, Mentor.directions.through, Mentor.audiences.through, MentorConsent)


def fill(size: int, today: date) -> None:
    """Create `size` mentors and what the search reads of them; the triggers of the search stand aside."""
    installing.drop()
    with transaction.atomic():
        demo = _part(build_region(today), size)
        seed_reference()
        _, organisations = load_territories(demo)
        mentors = load_mentors(demo, organisations)
        load_pairs(demo, mentors, organisations)
        _multiply(len(mentors), size)
    installing.install()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _part(demo: DemoRegion, size: int) -> DemoRegion:
    """The region with at most so many mentors, taken from everywhere in it; without what no search reads."""
    every = max(1, len(demo.mentors) // size)
    chosen = demo.mentors[::every][:size]
    numbers = {mentor.number for mentor in chosen}
    return replace(
        demo,
        mentors=tuple(
            # One category each: the column of the flat tables, against which the counts are held, takes one.
            replace(mentor, history=(), trainings=(), portfolio=(), special_categories=())
            for mentor in chosen
        ),
        pairs=tuple(pair for pair in demo.pairs if pair.mentor in numbers),
    )


def _multiply(there: int, wanted: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE halves (place INTEGER PRIMARY KEY, id INTEGER, first TEXT, second TEXT)")
        ids_and_texts = Mentor.objects.order_by("pk").values_list("pk", "about")
        halves = [(place, pk, *_halves(text)) for place, (pk, text) in enumerate(ids_and_texts.iterator())]
        cursor.executemany("INSERT INTO halves VALUES (%s, %s, %s, %s)", halves)
        first = halves[0][1]
        spans = {model: _span(model) for model in (Mentor, Pair)}
        for copy in range(1, -(-wanted // there)):
            only = min(there, wanted - copy * there)
            shift = {model: copy * span for model, span in spans.items()}
            _copy_mentors(shift[Mentor], copy * STRIDE % there, there, only)
            part = f"WHERE mentor_id < {first} + {only}"
            for model in LINKS:
                _copy(model, {"mentor_id": shift[Mentor]}, part)
            _copy(Pair, {"id": shift[Pair], "mentor_id": shift[Mentor]}, part)
            pairs = f"WHERE pair_id IN (SELECT id FROM {Pair._meta.db_table} {part})"
            _copy(PairMentee, {"pair_id": shift[Pair]}, pairs)
        cursor.execute("DROP TABLE halves")


def _halves(text: str) -> tuple[str, str]:
    sentences = text.split(". ")
    middle = -(-len(sentences) // 2)
    return ". ".join(sentences[:middle]), ". ".join(sentences[middle:])


def _span(model: type[models.Model]) -> int:
    return int(model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0)


def _copy_mentors(shift: int, away: int, there: int, only: int) -> None:
    given = {
        "id": f"m.id + {shift}",
        "guid": "lower(hex(randomblob(16)))",
        "about": "own.first || '. ' || other.second",
        **{column: f"o.{column}" for column in ("last_name", "first_name", "patronymic", "confirmed_on")},
    }
    columns = [field.column for field in Mentor._meta.concrete_fields]
    table = Mentor._meta.db_table
    _run(
        f"""
        INSERT INTO {table} ({_listed(columns)}) SELECT {", ".join(given.get(name, f"m.{name}") for name in columns)}
        FROM halves own JOIN {table} m ON m.id = own.id
        JOIN halves other ON other.place = (own.place + {away}) % {there} JOIN {table} o ON o.id = other.id
        WHERE own.place < {only}
        """
    )


def _copy(model: type[models.Model], shifts: dict[str, int], condition: str) -> None:
    table = model._meta.db_table
    # Only what is of the region itself is copied: copies of it have higher numbers.
    columns = [field.column for field in model._meta.concrete_fields if field.column in shifts or not field.primary_key]
    values = [f"{name} + {shifts[name]}" if name in shifts else f'"{name}"' for name in columns]
    _run(f"INSERT INTO {table} ({_listed(columns)}) SELECT {', '.join(values)} FROM {table} {condition}")


def _listed(columns: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
