"""The question about forms of pairs by which lists of pages are narrowed, alike in every room."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.pages.facets import PageFacet, choices
from mentoring.pairs.enums import PairModel

PAIR_MODEL = PageFacet("pair", _("Форма пары"), choices(PairModel))
