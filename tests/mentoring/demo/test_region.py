"""What the issue promises of the region: whole numbers, uneven spreads, the same every time."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta

from demo.organisations import GROWTH_POINT
from demo.selection import WITHOUT_PLACES
from demo.shapes import DemoRegion
from mentoring.bank.enums import FINDABLE_STATES, SelectionState
from mentoring.pairs.enums import HOLDING_STATES
from mentoring.reference.seed import AUDIENCES, DIRECTIONS, SUBJECTS

_DIGEST = """
import hashlib, datetime
from demo.region import build_region
print(hashlib.sha256(repr(build_region(datetime.date(2026, 11, 22))).encode()).hexdigest())
"""


def test_another_process_draws_the_same_region(demo: DemoRegion) -> None:
    """Sets of strings come in another order there; nothing may depend on it."""
    env = {**os.environ, "PYTHONHASHSEED": "12345", "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    other = subprocess.run([sys.executable, "-c", _DIGEST], env=env, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == hashlib.sha256(repr(demo).encode()).hexdigest()


def test_the_region_has_the_promised_size(demo: DemoRegion) -> None:
    growth_points = [row for row in demo.organisations if GROWTH_POINT in row.tags]
    assert (len(demo.municipalities), len(demo.organisations), len(growth_points)) == (33, 334, 195)
    assert len(demo.mentors) == 5401
    assert len(demo.pairs) == 2800


def test_growth_points_stand_in_schools_mostly_rural(demo: DemoRegion) -> None:
    tagged = [row for row in demo.organisations if GROWTH_POINT in row.tags]
    assert {row.kind for row in tagged} == {"school"}
    assert sum(row.is_rural for row in tagged) > 0.8 * len(tagged)


def test_codes_and_tiles_do_not_collide(demo: DemoRegion) -> None:
    assert len({row.code for row in demo.municipalities}) == 33
    assert len({row.tile_label for row in demo.municipalities}) == 33
    assert len({(row.tile_column, row.tile_row) for row in demo.municipalities}) == 33
    assert len({row.code for row in demo.organisations}) == 334
    assert len({(row.municipality, row.short_name) for row in demo.organisations}) == 334
    assert len({row.email for row in demo.mentors}) == 5401


def test_mentors_speak_in_codes_of_the_reference_data(demo: DemoRegion) -> None:
    assert {code for row in demo.mentors for code in row.subjects} == {entry.code for entry in SUBJECTS}
    assert {code for row in demo.mentors for code in row.directions} == {entry.code for entry in DIRECTIONS}
    assert {code for row in demo.mentors for code in row.audiences} == {entry.code for entry in AUDIENCES}


def test_mentors_are_spread_unevenly(demo: DemoRegion) -> None:
    by_municipality = Counter(row.municipality for row in demo.mentors)
    by_subject = Counter(row.subjects[0] for row in demo.mentors if row.subjects)
    assert max(by_municipality.values()) > 8 * min(by_municipality.values())
    assert len(by_municipality) == 33
    assert by_subject["primary"] > 20 * by_subject["chinese"] > 0


def test_longer_experience_goes_with_a_higher_category(demo: DemoRegion) -> None:
    def highest(band: str) -> float:
        rows = [row for row in demo.mentors if row.experience_band == band]
        return sum(row.category == "highest" for row in rows) / len(rows)

    assert highest("0-10") < 0.25 < highest("11-20") < highest("21-30")


def test_pupils_are_minors_and_there_are_some_hundreds(demo: DemoRegion) -> None:
    minors = [row for row in demo.mentors if row.is_minor]
    assert 200 <= len(minors) <= 300
    assert {row.who for row in minors} == {"pupil"}


def test_most_entries_are_public_but_every_reason_to_hide_one_occurs(demo: DemoRegion) -> None:
    grey = [row for row in demo.mentors if demo.today - row.confirmed_on > timedelta(days=240)]
    yellow = [row for row in demo.mentors if timedelta(days=120) < demo.today - row.confirmed_on <= timedelta(days=240)]
    unfindable = [row for row in demo.mentors if row.state not in FINDABLE_STATES]
    consents = [consent for row in demo.mentors for consent in row.consents if consent.purpose == "publication"]
    assert 0 < len(grey) < 0.04 * 5401 < len(yellow)
    assert 0 < len(unfindable) < 0.05 * 5401
    assert any(not row.consents for row in demo.mentors)
    assert any(consent.withdrawn_on for consent in consents)
    assert any(consent.valid_until and consent.valid_until < demo.today for consent in consents)
    assert any(not consent.fields for consent in consents)


def test_pairs_never_take_more_places_than_there_are(demo: DemoRegion) -> None:
    taken: Counter[int] = Counter()
    for pair in demo.pairs:
        if pair.state in HOLDING_STATES:
            taken[pair.mentor] += len(pair.mentees)
    free = {row.number: row.places - taken[row.number] for row in demo.mentors}
    assert min(free.values()) == 0
    assert set(free.values()) >= {0, 1, 2, 3}
    full = [row for row in demo.mentors if row.municipality in WITHOUT_PLACES and row.state in FINDABLE_STATES]
    assert full
    assert all(free[row.number] == 0 for row in full)


def test_paired_mentors_have_a_pair_and_a_training(demo: DemoRegion) -> None:
    holding = {pair.mentor for pair in demo.pairs if pair.state in HOLDING_STATES}
    paired = [row for row in demo.mentors if row.state == SelectionState.PAIRED]
    assert {row.number for row in paired} == holding
    assert all(row.trainings for row in demo.mentors if row.state in {SelectionState.PAIRED, SelectionState.TRAINED})


def test_nothing_happens_after_today(demo: DemoRegion) -> None:
    assert max(pair.started_on for pair in demo.pairs) <= demo.today
    assert max(row.confirmed_on for row in demo.mentors) <= demo.today
    assert max(step.on for row in demo.mentors for step in row.history) <= demo.today
    assert all(pair.ended_on is None or pair.started_on <= pair.ended_on <= demo.today for pair in demo.pairs)


def test_every_address_is_on_a_host_that_cannot_exist(demo: DemoRegion) -> None:
    links = [
        url for row in demo.mentors for url in (row.page_url, row.case_url, *(url for _, url in row.portfolio)) if url
    ]
    links += [row.site for row in demo.organisations]
    assert all(url.split("/")[2].endswith(".example") for url in links)
    assert all(row.email.endswith(".example") for row in demo.mentors)
    assert all(account.email.endswith("@demo.example") for account in demo.accounts)
