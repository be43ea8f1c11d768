"""What the room brings to the site when it starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.pages.sections import Section, sections


def start_duets() -> None:
    """Register the section, and listen to what a duet follows."""
    from mentoring.duets import receivers  # noqa: F401
    from mentoring.duets.pages import DuetIndexPage

    sections.register(Section(DuetIndexPage, _("Дуэты"), "duety", 40))
