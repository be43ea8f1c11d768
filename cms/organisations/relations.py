"""What belongs to an organisation: rooms above register here."""

from cms.pages.related import Relations
from cms.territories.models import Organisation

organisation_relations: Relations[Organisation] = Relations()
