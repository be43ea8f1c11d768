"""An export is read back by an import: the same surroundings."""

from tests.mentoring.bank.imports.conftest import foreign_school, reference, school, village_school

__all__ = ["foreign_school", "reference", "school", "village_school"]
