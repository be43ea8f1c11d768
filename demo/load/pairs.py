"""Pairs and their mentees."""

from cms.territories.models import Organisation
from demo.shapes import DemoRegion
from mentoring.bank.models import Mentor
from mentoring.pairs.models import Pair, PairMentee

BATCH = 500  # rows in one INSERT


def load_pairs(demo: DemoRegion, mentors: dict[int, Mentor], organisations: dict[str, Organisation]) -> None:
    """Create all pairs with their mentees."""
    rows = [
        Pair(
            mentor=mentors[row.mentor],
            organisation=organisations[row.organisation],
            model=row.model,
            kind=row.kind,
            state=row.state,
            started_on=row.started_on,
            ended_on=row.ended_on,
            order=f"№ {number % 180 + 1}-к от {row.started_on:%d.%m.%Y}",
        )
        for number, row in enumerate(demo.pairs)
    ]
    created = Pair.objects.bulk_create(rows, batch_size=BATCH)
    PairMentee.objects.bulk_create(
        [
            PairMentee(
                pair=pair,
                full_name=mentee.full_name,
                organisation=pair.organisation,
                is_minor=row.mentees_are_minors,
                sort_order=order,
            )
            for row, pair in zip(demo.pairs, created, strict=True)
            for order, mentee in enumerate(row.mentees)
        ],
        batch_size=BATCH,
    )
