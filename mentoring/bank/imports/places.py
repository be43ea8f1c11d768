"""Where a row's mentor works: the municipality and the organisation, found, created on request, or refused."""

from __future__ import annotations

from django.utils.translation import gettext as _

from mentoring.bank.imports.directory import Directory
from mentoring.bank.imports.options import OTHER, OWN, ImportOptions
from mentoring.bank.imports.rows import ReadRow
from mentoring.bank.imports.values.municipalities import MunicipalityIndex
from mentoring.bank.imports.values.organisations import SURE, OrganisationIndex
from mentoring.bank.imports.verdicts import Place, Verdict


class PlaceRefused(Exception):
    """Why a row has no place: the verdict and the reason."""

    def __init__(self, verdict: Verdict, reason: str, district: str = "") -> None:
        self.verdict = verdict
        self.reason = reason
        self.district = district
        super().__init__(reason)


class PlaceFinder:
    """Finds the place of every row of one file; remembers what nobody knows."""

    def __init__(self, directory: Directory, options: ImportOptions) -> None:
        self._directory = directory
        self._options = options
        self._indexes: dict[int | str, OrganisationIndex] = {}
        #: Organisations still to be created have negative numbers in the indexes.
        self._planned: dict[int, str] = {}
        self._planned_municipalities: list[str] = []
        #: Names of organisations that no list has, by municipality's name, with the rows that name them.
        self.unknown: dict[tuple[str, str], list[int]] = {}
        #: Organisations that were recognised under another name, by the row's number.
        self.remarks: dict[int, str] = {}
        #: Names in the district column that stand for no municipality, though one was chosen for the file.
        self.renamed: set[str] = set()

    def find(self, row: ReadRow) -> Place:
        """The row's place; raises ``PlaceRefused``."""
        municipality, name = self._municipality(row)
        if municipality is not None and not self._options.territory.covers(municipality):
            raise PlaceRefused(
                Verdict.FOREIGN, _("«%s» – не ваш муниципалитет: его банк ведёт другой координатор.") % name
            )
        return self._organisation(row, municipality, name)

    def _municipality(self, row: ReadRow) -> tuple[int | None, str]:
        found = self._directory.municipality_index.find(row.municipality) if row.municipality else None
        chosen = self._options.municipality
        if chosen is not None:
            name = self._directory.municipalities[chosen].name
            if found is not None and found != chosen:
                other = self._directory.municipalities[found].name
                reason = _("строка относится к муниципалитету «%(other)s», а загружается банк «%(name)s».")
                raise PlaceRefused(Verdict.FOREIGN, reason % {"other": other, "name": name})
            if row.municipality and found is None:
                self._answered(row.municipality, name)
            return chosen, name
        if found is not None:
            return found, self._directory.municipalities[found].name
        return None, self._new_municipality(row.municipality)

    def _answered(self, written: str, name: str) -> None:
        """An unknown name beside a chosen municipality: another spelling of it, or somebody else's rows?"""
        if self._options.districts is None:
            self.renamed.add(written)
            return
        answer = self._options.districts.get(written[:200], "")
        if answer == OTHER:
            raise PlaceRefused(Verdict.FOREIGN, _("«%s» – не этот муниципалитет, так решено.") % written[:120])
        if answer != OWN:
            reason = _("в столбце района «%(text)s». Это «%(name)s»? Ответьте над таблицей.")
            raise PlaceRefused(Verdict.DISTRICT, reason % {"text": written[:120], "name": name}, written[:200])

    def _new_municipality(self, name: str) -> str:
        if not name:
            raise PlaceRefused(Verdict.ERROR, _("не указан муниципалитет. Выберите его для всего файла."))
        if not self._may_create_municipalities():
            raise PlaceRefused(
                Verdict.ERROR,
                _("муниципалитета «%s» нет в справочнике. Выберите муниципалитет для всего файла.") % name[:120],
            )
        planned = MunicipalityIndex((number, (known,)) for number, known in enumerate(self._planned_municipalities))
        known = planned.find(name)
        if known is not None:
            return self._planned_municipalities[known]
        self._planned_municipalities.append(name)
        return name

    def _may_create_municipalities(self) -> bool:
        """An empty region has nothing that a misspelt name could be mistaken for."""
        if not self._options.territory.everywhere:
            return False
        is_empty = self._options.may_begin_lists and not self._directory.municipalities
        return self._options.create_municipalities or is_empty

    def _organisation(self, row: ReadRow, municipality: int | None, name: str) -> Place:
        index = self._index(municipality, name)
        found = index.find(row.organisation)
        if len(found) > 1:
            names = ", ".join(f"«{self._name(pk)}»" for pk in found[:4])
            reason = _("организации «%(text)s» соответствуют несколько: %(names)s. Напишите название полностью.")
            raise PlaceRefused(Verdict.ERROR, reason % {"text": row.organisation[:120], "names": names})
        if found and found[0] > 0:
            self._remark(row, index, found[0])
            return Place(municipality, name, found[0], self._name(found[0]))
        if found:
            return Place(municipality, name, None, self._planned[found[0]])
        self.unknown.setdefault((name, row.organisation), []).append(row.number)
        if not self._may_create_organisations(municipality):
            reason = _("организации «%(text)s» нет в списке муниципалитета «%(name)s». Добавьте её или исправьте.")
            raise PlaceRefused(Verdict.ERROR, reason % {"text": row.organisation[:120], "name": name})
        number = -1 - len(self._planned)
        self._planned[number] = row.organisation
        index.add(number, [row.organisation])
        return Place(municipality, name, None, row.organisation)

    def _remark(self, row: ReadRow, index: OrganisationIndex, organisation: int) -> None:
        if index.likeness(row.organisation, organisation) < SURE:
            words = {"text": row.organisation[:120], "name": self._name(organisation)}
            self.remarks[row.number] = _("организация «%(text)s» прочитана как «%(name)s»") % words

    def _may_create_organisations(self, municipality: int | None) -> bool:
        """The first list of a municipality makes its organisations: there are none that a slip could double."""
        if self._options.create_organisations or municipality is None:
            return True
        return self._options.may_begin_lists and not self._directory.has_organisations(municipality)

    def _index(self, municipality: int | None, name: str) -> OrganisationIndex:
        key = municipality if municipality is not None else name
        if key not in self._indexes:
            known = municipality is not None
            self._indexes[key] = self._directory.organisation_index(municipality) if known else OrganisationIndex([])  # type: ignore[arg-type]
        return self._indexes[key]

    def _name(self, organisation: int) -> str:
        return self._planned.get(organisation) or self._directory.organisation_names[organisation]
