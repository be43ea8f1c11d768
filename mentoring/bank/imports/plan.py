"""The plan of an import: every row with its verdict, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from mentoring.bank.imports.admission import admissible, admission
from mentoring.bank.imports.columns import Field
from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.files.tables import Row
from mentoring.bank.imports.options import SEPARATE, SKIP, ImportOptions
from mentoring.bank.imports.people import Known, People, is_same_name, name_key
from mentoring.bank.imports.places import PlaceFinder, PlaceRefused
from mentoring.bank.imports.rows import ReadRow, read_row
from mentoring.bank.imports.snapshots import Snapshot, changes, load, snapshot, wanted
from mentoring.bank.imports.tidying.groups import filled_down
from mentoring.bank.imports.verdicts import Candidate, Judged, Place, Verdict
from mentoring.bank.models import Mentor

#: Rows that are judged, and written, together: their entries stand in memory with relations and drafts.
PORTION = 500


@dataclass(frozen=True, slots=True)
class Portion:
    """Some judged rows of a file, and what was loaded to judge them: all that writing them needs."""

    rows: list[Judged]
    mentors: dict[int, Mentor]
    #: What each changed row writes, and what stood there before, by row number.
    writes: dict[int, Snapshot]
    before: dict[int, Snapshot]
    #: Changed entries that become public, by primary key.
    admitted: set[int]
    #: The entries that were written, by row number.
    written: dict[int, Mentor] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """The judged rows of a file, and what the user must hear about the whole."""

    rows: list[Judged]
    notes: tuple[str, ...] = ()
    #: Organisations that no list has, as (municipality, organisation), with the rows that name them.
    unknown_organisations: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def counts(self) -> Counter[Verdict]:
        """Rows by verdict."""
        return Counter(judged.verdict for judged in self.rows)

    def unknown_values(self) -> dict[tuple[Field, str], list[int]]:
        """Texts that the reference tables do not know, with the rows that name them."""
        found: dict[tuple[Field, str], list[int]] = {}
        for judged in self.rows:
            for text in judged.row.unknown:
                found.setdefault(text, []).append(judged.row.number)
        return found


class Judging:
    """Judges the rows of one file, portion by portion, each against the bank as it is then.

    Between portions it keeps who stands in the file, and where; of the entries themselves nothing.
    """

    def __init__(self, fields: Mapping[int, Field], options: ImportOptions) -> None:
        self._fields = fields
        self._options = options
        self._directory = Directory()
        self._planner = _Planner(self._directory, options)

    def judge(self, rows: Iterable[Row]) -> Portion:
        """The next rows of the file with their verdicts."""
        matched = [self._planner.match(read_row(row, self._fields, self._directory)) for row in rows]
        mentors = load(judged.mentor for judged in matched if judged.mentor is not None)
        comparison = _Comparison(mentors, self._directory, self._options)
        settled = [comparison.settle(judged) for judged in matched]
        return Portion(settled, mentors, comparison.writes, comparison.before, comparison.admitted)

    def plan(self, rows: list[Judged]) -> Plan:
        """What was judged so far, as a whole."""
        return Plan(rows, self.notes, self.unknown_organisations)

    @property
    def notes(self) -> tuple[str, ...]:
        """What concerns the file as a whole."""
        return self._planner.notes()

    @property
    def unknown_organisations(self) -> dict[tuple[str, str], list[int]]:
        """Organisations that no list has, with the rows that name them."""
        return self._planner.places.unknown


def make_plan(rows: Sequence[Row], fields: Mapping[int, Field], options: ImportOptions) -> Plan:
    """Read and judge every row against the bank as it is now."""
    judging = Judging(fields, options)
    return judging.plan([judged for portion in portions(rows, fields) for judged in judging.judge(portion).rows])


def portions(rows: Sequence[Row], fields: Mapping[int, Field], size: int = PORTION) -> Iterator[list[Row]]:
    """The rows, with what their groups say once filled down, in lists of at most ``size``."""
    iterator = iter(filled_down(rows, fields))
    while portion := list(islice(iterator, size)):
        yield portion


class _Comparison:
    """Settles whether recognised entries change, and collects what is to be written."""

    def __init__(self, mentors: dict[int, Mentor], directory: Directory, options: ImportOptions) -> None:
        self._mentors = mentors
        self._directory = directory
        self._basis = options.consent
        self._busy = _in_workflow(mentors)
        self._admissible = admissible(mentors.values()) if self._basis else set()
        self.writes: dict[int, Snapshot] = {}
        self.before: dict[int, Snapshot] = {}
        self.admitted: set[int] = set()

    def settle(self, judged: Judged) -> Judged:
        """The final verdict on a row whose entry was found."""
        if judged.mentor is None or judged.place is None:
            return judged
        row, place, mentor = judged.row, judged.place, self._mentors[judged.mentor]
        now = snapshot(mentor)
        different = wanted(row, place, now)
        listed = changes(different, now, place, self._directory)
        if self._basis and mentor.pk in self._admissible:
            listed = (*listed, admission(self._basis))
        if not listed:
            return Judged(row, Verdict.UNCHANGED, place=place, mentor=mentor.pk)
        if mentor.locked or mentor.pk in self._busy:
            reason = _("запись заблокирована.") if mentor.locked else _("запись на согласовании: дождитесь решения.")
            return Judged(row, Verdict.BUSY, (reason,), place, mentor.pk, listed)
        self.writes[row.number] = different
        self.before[row.number] = {name: now[name] for name in different}
        self.admitted |= {mentor.pk} & self._admissible
        return Judged(row, Verdict.CHANGED, (), place, mentor.pk, listed)


def _in_workflow(mentors: dict[int, Mentor]) -> set[int]:
    if not mentors:
        return set()
    kind = ContentType.objects.get_for_model(Mentor)
    states = WorkflowState.objects.active().filter(base_content_type=kind).values_list("object_id", flat=True)
    return {int(pk) for pk in states}


def _who(row: ReadRow) -> tuple[object, ...]:
    """Equal for rows that may be about one person; rows of an export, each with its number, never are."""
    return (*name_key(row.name.last, row.name.first, row.name.patronymic), row.values.get("guid"))


class _Planner:
    """Judges rows one after another and remembers the people it has seen in the file."""

    def __init__(self, directory: Directory, options: ImportOptions) -> None:
        self._directory = directory
        self._options = options
        self._people = People()
        self._seen_here: dict[tuple[object, ...], ReadRow] = {}
        self._seen_anywhere: dict[tuple[object, ...], ReadRow] = {}
        self._claimed: dict[int, int] = {}
        self.places = PlaceFinder(directory, options)

    def match(self, row: ReadRow) -> Judged:
        """Find the row's place and person; whether a found entry changes is settled later, for all rows at once."""
        if row.problems:
            return Judged(row, Verdict.ERROR, row.problems)
        try:
            place = self.places.find(row)
        except PlaceRefused as refusal:
            return Judged(row, refusal.verdict, (refusal.reason,), district=refusal.district)
        if remark := self.places.remarks.get(row.number):
            row = replace(row, remarks=(*row.remarks, remark))
        judged = self._repeated(row, place) or self._person(row, place)
        if judged.mentor is not None:
            earlier = self._claimed.setdefault(judged.mentor, row.number)
            if earlier != row.number:
                reason = _("это тот же человек, что и в строке %d. Оставьте одну строку.") % earlier
                return Judged(row, Verdict.ERROR, (reason,))
        return judged

    def _repeated(self, row: ReadRow, place: Place) -> Judged | None:
        first = self._seen_here.setdefault((*_who(row), place.key), row)
        if first is row:
            return None
        if first.values == row.values:
            return Judged(row, Verdict.REPEATED, (_("повторяет строку %d.") % first.number,))
        reason = _("тот же человек стоит в строке %d с другими данными. Объедините строки.") % first.number
        return Judged(row, Verdict.ERROR, (reason,))

    def _person(self, row: ReadRow, place: Place) -> Judged:
        numbered = self._people.with_guid(row)
        if numbered:
            return self._known(row, place, numbered)
        alike = self._people.alike(row)
        same = [known for known in alike if known.organisation == place.organisation and is_same_name(known, row.name)]
        if len(same) > 1 and row.values.get("email"):
            same = [known for known in same if known.email.lower() == row.values["email"].lower()] or same
        if len(same) == 1:
            return self._known(row, place, same[0])
        above = self._seen_anywhere.setdefault(_who(row), row)
        if not alike and above is row:
            return Judged(row, Verdict.NEW, place=place)
        return self._decided(row, place, alike, above if above is not row else None)

    def _known(self, row: ReadRow, place: Place, known: Known) -> Judged:
        if not self._options.territory.covers(known.municipality):
            reason = _("запись с этим номером ведёт другой муниципалитет.")
            return Judged(row, Verdict.FOREIGN, (reason,))
        return Judged(row, Verdict.UNCHANGED, place=place, mentor=known.pk)

    def _decided(self, row: ReadRow, place: Place, alike: list[Known], above: ReadRow | None) -> Judged:
        decision = self._options.decisions.get(row.number, "")
        if decision == SEPARATE:
            return Judged(row, Verdict.NEW, place=place)
        if decision == SKIP:
            return Judged(row, Verdict.SKIPPED)
        chosen = next((known for known in alike if decision == str(known.pk)), None)
        if chosen and self._options.territory.covers(chosen.municipality):
            return self._known(row, place, chosen)
        candidates = [self._candidate(known) for known in alike]
        if above is not None:
            candidates.append(Candidate(None, _("строка %d этого файла") % above.number, may_change=False))
        reason = _("возможно, это человек, который уже есть: %s") % "; ".join(one.label for one in candidates)
        return Judged(row, Verdict.DUPLICATE, (reason,), place, candidates=tuple(candidates))

    def _candidate(self, known: Known) -> Candidate:
        if not self._options.territory.covers(known.municipality):
            # Another municipality's drafts are none of this user's business: that there is one has to do.
            return Candidate(None, _("запись другого муниципалитета"), may_change=False)
        organisation = self._directory.organisation_names[known.organisation]
        municipality = self._directory.municipalities[known.municipality].name
        return Candidate(known.pk, known.label(organisation, municipality))

    def notes(self) -> tuple[str, ...]:
        """What concerns the file as a whole."""
        chosen = self._options.municipality
        if chosen is None or not self.places.renamed:
            return ()
        names = ", ".join(f"«{name}»" for name in sorted(self.places.renamed)[:5])
        text = _("В столбце района стоит %(names)s, такого муниципалитета нет: строки отнесены к «%(chosen)s».")
        return (text % {"names": names, "chosen": self._directory.municipalities[chosen].name},)
