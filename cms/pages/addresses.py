"""The address of a page, made of its title where nobody has typed one."""

from __future__ import annotations

from typing import Any

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from cms.drafts.restoring import RestorableForm

#: Characters of an address that is made of a title.
LONGEST = 80
#: The field in which the browser says which address it has made of the title.
MADE = "address-made"


def address_of(title: str) -> str:
    """«Один вопрос к уроку» as «odin-vopros-k-uroku»; «stranica» where no letter is left."""
    return slugify(anyascii(title))[:LONGEST].strip("-") or "stranica"


class Addressed:
    """A page that takes its address from its title whoever makes it: a form, an import, an action; before ``Page``."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        assert isinstance(self, Page)
        if not self.slug:
            self.slug = find_available_slug(self.get_parent(), address_of(self.title), ignore_page_id=self.pk)
        super().save(*args, **kwargs)  # type: ignore[misc]  # the page stands behind it


class AddressedForm(RestorableForm, WagtailAdminPageForm):
    """Nobody is stopped by an empty address, which mostly lies behind another tab: the title gives it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            # The browser makes the address while the title is typed: in Latin letters too.
            self.fields["slug"].widget.attrs["data-w-slug-allow-unicode-value"] = "false"

    def clean_slug(self) -> str:
        """The address that a person has typed, else one that is free among the neighbours.

        A typed one that is taken is refused by Wagtail; one that the site has made of the title gets a number.
        """
        given: str = self.cleaned_data.get("slug") or ""
        title = str(self.data.get(self.add_prefix("title"), "")).strip()
        if self.parent_page is None or not (given or title) or (given and not self._is_made(given, title)):
            return given
        parent = Page.objects.get(pk=self.parent_page.pk)
        free: str = find_available_slug(parent, given or address_of(title), ignore_page_id=self.instance.pk)
        return free

    def _is_made(self, given: str, title: str) -> bool:
        """Whether the site made this address: of the title, here or in the browser (js/page_address.js)."""
        is_new = self.instance.first_published_at is None
        return is_new and given in {address_of(title), self.data.get(self.add_prefix(MADE))}
