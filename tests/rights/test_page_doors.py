"""No address of the admin names another municipality's draft or shows its files."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from cms.branches.models import Branch
from cms.pages.models import ContentPage
from tests.factories import open_branch
from tests.rights.test_doors import UNWALKED, admin_addresses

pytestmark = pytest.mark.django_db

#: In Latin letters: a chooser answers in JSON, which would hide Cyrillic ones from a plain search.
CANARY = "Kanareykin chernovik"


@pytest.fixture
def branches(municipality, other_municipality):
    return open_branch(municipality), open_branch(other_municipality)


@pytest.fixture
def draft(branches, other_coordinator):
    """A draft of the other municipality, in moderation, with two revisions."""
    page = branches[1].add_child(instance=ContentPage(title=CANARY, slug="chernovik", live=False))
    page.first = page.save_revision(user=other_coordinator)
    page.second = page.save_revision(user=other_coordinator)
    page.state = page.get_workflow().start(page, other_coordinator)
    return page


def filled(address: str, page: ContentPage) -> str | None:
    """The address with the draft's ids in it, or None where it asks for something else."""
    if "compare" in address and "pages" in address:
        return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, page.first.pk, "latest"])
    values = {
        **dict.fromkeys(("pk", "id", "object_id", "page_id", "parent_page_id", "page_to_move_id"), page.pk),
        "revision_id": page.first.pk,
        "task_state_id": page.state.current_task_state_id,
        "task_id": page.state.current_task_state.task_id,
        "workflow_state_id": page.state.pk,
        "destination_id": page.get_parent().pk,
        "app_label": "cms",
        "model_name": "contentpage",
        "content_type_app_name": "cms",
        "content_type_model_name": "contentpage",
        "content_type_id": page.content_type_id,
        "action": "delete",
        "action_name": "approve",
    }
    names = re.findall(r"<(?:\w+:)?(\w+)>", address)
    if "(?" in address or "\\" in address or not set(names) <= set(values):
        return None
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), address)


@pytest.mark.slow
@pytest.mark.parametrize("who", ["coordinator", "expert"])
def test_no_address_of_the_admin_shows_a_foreign_draft(who, request, signed_in, draft):
    client = signed_in(request.getfixturevalue(who))
    client.raise_request_exception = False
    walked, leaks = 0, []
    for address, _names in admin_addresses():
        url = filled(address, draft)
        if url is None or url in UNWALKED:
            continue
        response = client.get(url)
        walked += 1
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if CANARY in body.decode("utf-8", "ignore") or response.status_code >= 500:
            leaks.append((url, response.status_code))
    assert leaks == []
    assert walked > 150


def test_the_chooser_offers_what_visitors_read_and_ones_own_drafts(signed_in, coordinator, branches, draft):
    own, other = branches
    mine = own.add_child(instance=ContentPage(title="Свой черновик", slug="svoy", live=False))
    other.add_child(instance=ContentPage(title="Опубликовано соседом", slug="sosed"))
    client = signed_in(coordinator)

    def offered(page: ContentPage) -> str:
        return str(client.get(reverse("wagtailadmin_choose_page_child", args=[page.pk])).json()["html"])

    assert mine.title in offered(own)
    assert "Опубликовано соседом" in offered(other)
    assert CANARY not in offered(other)
    assert client.get(reverse("wagtailadmin_choose_page_child", args=[draft.pk])).status_code == 404
    found = client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Kanareykin"}).content.decode()
    assert CANARY not in found


def collection(municipality) -> Collection:
    return Branch.objects.get(municipality=municipality).collection


@pytest.mark.parametrize("role", ["editor", "coordinator"])
def test_files_are_uploaded_into_ones_own_folder_only(
    role, request, signed_in, municipality, other_municipality, branches, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(request.getfixturevalue(role))
    for place in (municipality, other_municipality):
        for door in ("wagtailimages:add", "wagtaildocs:add"):
            file = SimpleUploadedFile(f"{place.code}.png", get_test_image_file().file.getvalue())
            client.post(reverse(door), {"title": place.code, "file": file, "collection": collection(place).pk})

    for model in (Image, Document):
        places = set(model.objects.values_list("collection", flat=True))
        assert collection(other_municipality).pk not in places
        assert collection(municipality).pk in places


def test_pictures_of_others_are_neither_listed_nor_offered_nor_changed(
    signed_in, coordinator, other_municipality, branches, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    theirs = Image.objects.create(
        title="Канарейкина", file=get_test_image_file(), collection=collection(other_municipality)
    )
    shared = Image.objects.create(
        title="Общая картинка", file=get_test_image_file(), collection=Branch.objects.get(municipality=None).collection
    )
    client = signed_in(coordinator)

    offered = client.get(reverse("wagtailimages_chooser:choose")).json()["html"]
    assert shared.title in offered
    assert theirs.title not in offered
    assert theirs.title not in client.get(reverse("wagtailimages:index")).content.decode()
    client.post(reverse("wagtailimages:delete", args=[theirs.pk]))
    client.post(
        reverse("wagtailimages:edit", args=[theirs.pk]), {"title": "Подмена", "collection": theirs.collection_id}
    )
    theirs.refresh_from_db()
    assert theirs.title == "Канарейкина"
