"""Entries are written in bulk: rows, relations, revisions, consents and the log, a few statements for all of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_serializable_data_for_fields

from cms.bulk_history import log_all, revise
from mentoring.bank.enums import CandidateSource, Level, SelectionState
from mentoring.bank.imports.options import ImportOptions
from mentoring.bank.imports.plan import Portion
from mentoring.bank.imports.snapshots import FIELDS, NAMES, RELATIONS, Snapshot, has_draft
from mentoring.bank.imports.territories import Places
from mentoring.bank.imports.verdicts import Judged
from mentoring.bank.models import Mentor, PortfolioLink, SelectionStep
from mentoring.consents.enums import Channel, Purpose
from mentoring.consents.models import MentorConsent

_BATCH = 200
#: Registered for the history's words in ``log_actions``.
CREATED = "duet.mentor.import"
UPDATED = "duet.mentor.import_update"
PUT_BACK = "duet.mentor.import_undo"


class Writer:
    """Writes the rows of one import; must run inside its transaction."""

    def __init__(self, options: ImportOptions, places: Places, user: Any, file_name: str) -> None:
        self._consent = options.consent
        self._may_publish = options.may_publish
        self._places = places
        self._user = user
        self._file_name = file_name
        self._now = timezone.now()

    def create(self, rows: Sequence[Judged]) -> list[Mentor]:
        """New entries: public with a stated basis of publication, candidates in drafts without one."""
        mentors = [self._new(judged) for judged in rows]
        Mentor.objects.bulk_create(mentors, batch_size=_BATCH)
        values = [judged.row.values for judged in rows]
        self._relate(mentors, values)
        self._revise(mentors, [self._content_of_new(*pair) for pair in zip(mentors, values, strict=True)])
        self._consent_to(mentors)
        self._log(CREATED, mentors, rows)
        return mentors

    def update(self, rows: Sequence[Judged], portion: Portion) -> list[Mentor]:
        """Changed entries: into the draft where one waits, otherwise into the entry itself; a revision either way."""
        mentors = [portion.mentors[judged.mentor] for judged in rows if judged.mentor is not None]
        writes = [self._resolved(judged, portion.writes[judged.row.number]) for judged in rows]
        contents = [self._content(mentor, values) for mentor, values in zip(mentors, writes, strict=True)]
        direct = [pair for pair in zip(mentors, writes, strict=True) if not self._goes_into_draft(pair[0])]
        for mentor, values in direct:
            _assign(mentor, values)
        columns = [*NAMES, *FIELDS, "organisation"]
        Mentor.objects.bulk_update([mentor for mentor, _values in direct], columns, batch_size=_BATCH)
        self._relate_anew(direct)
        self._admit([mentor for mentor in mentors if mentor.pk in portion.admitted])
        for mentor in {*mentors} - {mentor for mentor, _values in direct}:
            mentor.has_unpublished_changes = True
        self._revise(mentors, contents)
        self._log(UPDATED, mentors, rows)
        return mentors

    def put_back(self, rows: Sequence[tuple[int, Mentor, Snapshot]]) -> None:
        """Write what stood in the entries before an import: row numbers, entries, and the values by field."""
        mentors = [mentor for _number, mentor, _before in rows]
        values = [before for _number, _mentor, before in rows]
        contents = [self._content(mentor, before) for mentor, before in zip(mentors, values, strict=True)]
        direct = [pair for pair in zip(mentors, values, strict=True) if not self._goes_into_draft(pair[0])]
        for mentor, before in direct:
            _assign(mentor, before)
        Mentor.objects.bulk_update([one for one, _ in direct], [*NAMES, *FIELDS, "organisation"], batch_size=_BATCH)
        self._relate_anew(direct)
        self._revise(mentors, contents)
        self._note(PUT_BACK, [(mentor, number, []) for number, mentor, _before in rows])

    def _goes_into_draft(self, mentor: Mentor) -> bool:
        """A public entry with a newer draft keeps what visitors see; so it does when the user may not publish."""
        return bool(mentor.live) and (has_draft(mentor) or not self._may_publish)

    def _admit(self, mentors: Sequence[Mentor]) -> None:
        """Make candidates public on the stated basis, with the step of their selection."""
        for mentor in mentors:
            mentor.live = True
            mentor.has_unpublished_changes = False
            mentor.selection_state = SelectionState.IN_BANK
            mentor.first_published_at = mentor.first_published_at or self._now
        fields = ["live", "selection_state", "first_published_at"]
        Mentor.objects.bulk_update(mentors, fields, batch_size=_BATCH)
        SelectionStep.objects.bulk_create(
            (
                SelectionStep(
                    mentor=mentor,
                    from_state=SelectionState.CANDIDATE,
                    to_state=SelectionState.IN_BANK,
                    user=self._user,
                    at=self._now,
                    note=_("из файла «%s»") % self._file_name[:300],
                )
                for mentor in mentors
            ),
            batch_size=_BATCH,
        )
        self._consent_to(mentors)

    def _new(self, judged: Judged) -> Mentor:
        row, values = judged.row, judged.row.values
        assert judged.place is not None
        is_public = self._consent is not None
        return Mentor(
            guid=uuid.UUID(values["guid"]) if "guid" in values else uuid.uuid4(),
            last_name=row.name.last,
            first_name=row.name.first,
            patronymic=row.name.patronymic,
            organisation_id=self._places[judged.place.key],
            level=values.get("level", Level.MUNICIPAL),
            source=values.get("source", CandidateSource.IMPORT),
            selection_state=SelectionState.IN_BANK if is_public else SelectionState.CANDIDATE,
            live=is_public,
            has_unpublished_changes=not is_public,
            first_published_at=self._now if is_public else None,
            last_published_at=self._now if is_public else None,
            created_at=self._now,
            **{name: values[name] for name in FIELDS if name in values},
        )

    def _resolved(self, judged: Judged, values: Snapshot) -> Snapshot:
        """The values to write, with the organisation that may have been created a moment ago."""
        assert judged.place is not None
        return {**values, "organisation": self._places[judged.place.key]}

    def _content_of_new(self, mentor: Mentor, values: Mapping[str, Any]) -> dict[str, Any]:
        content = get_serializable_data_for_fields(mentor)
        content.update({name: list(values.get(name, ())) for name in RELATIONS})
        content["portfolio_links"] = _links(values.get("portfolio", ()))
        return dict(content)

    def _content(self, mentor: Mentor, values: Snapshot) -> dict[str, Any]:
        now = dict(mentor.latest_revision.content) if has_draft(mentor) else mentor.serializable_data()
        plain = {name: value for name, value in values.items() if name not in (*RELATIONS, "portfolio")}
        related = {name: list(values[name]) for name in RELATIONS if name in values}
        links = {"portfolio_links": _links(values["portfolio"])} if "portfolio" in values else {}
        return {**now, **plain, **related, **links}

    def _relate(self, mentors: Sequence[Mentor], values: Sequence[Mapping[str, Any]]) -> None:
        pairs = list(zip(mentors, values, strict=True))
        for name in RELATIONS:
            through, target = _through(name)
            links = [
                through(**{"mentor_id": mentor.pk, target: pk}) for mentor, row in pairs for pk in row.get(name, ())
            ]
            through._default_manager.bulk_create(links, batch_size=_BATCH)
        PortfolioLink.objects.bulk_create(
            (
                PortfolioLink(mentor_id=mentor.pk, title=title, url=url, sort_order=order)
                for mentor, row in pairs
                for order, (title, url) in enumerate(row.get("portfolio", ()))
            ),
            batch_size=_BATCH,
        )

    def _relate_anew(self, written: Sequence[tuple[Mentor, Snapshot]]) -> None:
        for name in RELATIONS:
            through, _target = _through(name)
            for batch in _batches([mentor.pk for mentor, values in written if name in values]):
                through._default_manager.filter(mentor_id__in=batch).delete()
        for batch in _batches([mentor.pk for mentor, values in written if "portfolio" in values]):
            PortfolioLink.objects.filter(mentor_id__in=batch).delete()
        self._relate([mentor for mentor, _values in written], [values for _mentor, values in written])

    def _revise(self, mentors: Sequence[Mentor], contents: Sequence[dict[str, Any]]) -> None:
        revisions = revise(mentors, contents, self._user, self._now)
        for mentor, revision in zip(mentors, revisions, strict=True):
            mentor.latest_revision = revision
            if mentor.live and not mentor.has_unpublished_changes:
                mentor.live_revision = revision
                mentor.last_published_at = self._now
        columns = ["latest_revision", "live_revision", "last_published_at", "has_unpublished_changes"]
        Mentor.objects.bulk_update(mentors, columns, batch_size=_BATCH)

    def _consent_to(self, mentors: Sequence[Mentor]) -> None:
        basis = self._consent
        if basis is None:
            return
        shown = {Purpose.PROCESSING: [], Purpose.PUBLICATION: [field.value for field in basis.fields]}
        MentorConsent.objects.bulk_create(
            (
                MentorConsent(
                    mentor=mentor,
                    purpose=purpose,
                    fields=fields,
                    given_on=basis.since,
                    channel=Channel.IMPORT,
                    holder=basis.holder,
                    proof=self._file_name[:200],
                    recorded_by=self._user,
                )
                for mentor in mentors
                for purpose, fields in shown.items()
            ),
            batch_size=_BATCH,
        )

    def _log(self, action: str, mentors: Sequence[Mentor], rows: Sequence[Judged]) -> None:
        pairs = zip(mentors, rows, strict=True)
        self._note(action, [(mentor, row.row.number, [str(change) for change in row.changes]) for mentor, row in pairs])

    def _note(self, action: str, lines: Iterable[tuple[Mentor, int, list[str]]]) -> None:
        data = [
            (mentor, {"file": self._file_name, "row": number, "changes": changes}) for mentor, number, changes in lines
        ]
        log_all(action, data, self._user, self._now)


def _assign(mentor: Mentor, values: Snapshot) -> None:
    for name, value in values.items():
        if name == "organisation":
            mentor.organisation_id = value
        elif name not in (*RELATIONS, "portfolio"):
            setattr(mentor, name, value)


def _links(portfolio: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    return [
        {"pk": None, "sort_order": order, "mentor": None, "title": title, "url": url}
        for order, (title, url) in enumerate(portfolio)
    ]


def _through(relation: str) -> tuple[Any, str]:
    field: Any = Mentor._meta.get_field(relation)
    return field.remote_field.through, f"{field.m2m_reverse_field_name()}_id"


def _batches(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH))
