"""The doors of a page in the admin: form, bulk action, API; each attempt says whether the database has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cms.pages.models import ContentPage

TITLE = "Канарейкин текст"


@dataclass(frozen=True)
class Scene:
    """A published text and a draft in the branch that is tried, and the branch that the user knows."""

    client: Client
    branch: Page
    home: Page

    def text(self, *, live: bool = True) -> ContentPage:
        return self.branch.add_child(instance=ContentPage(title=TITLE, slug="kanareyka", live=live))

    def post(self, path: str, **data: Any) -> Any:
        return self.client.post(f"/admin/{path}", data)

    def act(self, page: Page, name: str, **data: Any) -> Any:
        return self.client.post(
            f"/admin/api/main/pages/{page.pk}/action/{name}/", data, content_type="application/json"
        )


Attempt = Callable[[Scene], bool]
FORM = {"title": "Новое название", "slug": "novoe", "lead": "", "body-count": 0, "comments-TOTAL_FORMS": 0}
FORM["comments-INITIAL_FORMS"] = 0


def listed(scene: Scene) -> bool:
    scene.text()
    return TITLE in scene.client.get(f"/admin/pages/{scene.branch.pk}/").content.decode()


def found(scene: Scene) -> bool:
    page = scene.text(live=False)
    answer = scene.client.get("/admin/api/main/pages/", {"child_of": scene.branch.pk, "fields": "title"})
    return answer.status_code == 200 and page.pk in {item["id"] for item in answer.json()["items"]}


def draft_read(scene: Scene) -> bool:
    page = scene.text(live=False)
    page.save_revision()
    return scene.client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200


def added(scene: Scene) -> bool:
    scene.post(f"pages/add/cms/contentpage/{scene.branch.pk}/", **FORM)
    return _exists("novoe")


def changed(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"pages/{page.pk}/edit/", **FORM)
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == FORM["title"]


def draft_deleted(scene: Scene) -> bool:
    page = scene.text(live=False)
    scene.post(f"pages/{page.pk}/delete/")
    return _gone(page)


def published_at_birth(scene: Scene) -> bool:
    scene.post(f"pages/add/cms/contentpage/{scene.branch.pk}/", **FORM, **{"action-publish": "1"})
    return Page.objects.filter(slug="novoe", live=True).exists()


def published(scene: Scene) -> bool:
    page = scene.text(live=False)
    scene.post(f"pages/{page.pk}/edit/", **FORM, **{"action-publish": "1"})
    return _live(page)


def published_in_bulk(scene: Scene) -> bool:
    page = scene.text(live=False)
    page.save_revision()
    scene.post(f"bulk/wagtailcore/page/publish/?id={page.pk}")
    return _live(page)


def published_by_api(scene: Scene) -> bool:
    page = scene.text(live=False)
    page.save_revision()
    scene.act(page, "publish")
    return _live(page)


def unpublished(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"pages/{page.pk}/unpublish/")
    return not _live(page)


def unpublished_in_bulk(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"bulk/wagtailcore/page/unpublish/?id={page.pk}")
    return not _live(page)


def unpublished_by_api(scene: Scene) -> bool:
    page = scene.text()
    scene.act(page, "unpublish")
    return not _live(page)


def deleted(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"pages/{page.pk}/delete/")
    return _gone(page)


def deleted_in_bulk(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"bulk/wagtailcore/page/delete/?id={page.pk}")
    return _gone(page)


def deleted_by_api(scene: Scene) -> bool:
    page = scene.text()
    scene.act(page, "delete")
    return _gone(page)


def made_private(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"pages/{page.pk}/privacy/", restriction_type="login")
    return PageViewRestriction.objects.filter(page=page).exists()


def locked(scene: Scene) -> bool:
    page = scene.text()
    scene.post(f"pages/{page.pk}/lock/")
    return bool(Page.objects.get(pk=page.pk).locked)


def unlocked(scene: Scene) -> bool:
    page = scene.text()
    Page.objects.filter(pk=page.pk).update(locked=True)
    scene.post(f"pages/{page.pk}/unlock/")
    return not Page.objects.get(pk=page.pk).locked


def reordered(scene: Scene) -> bool:
    first, second = scene.text(), scene.branch.add_child(instance=ContentPage(title="Второй", slug="vtoroy"))
    scene.post(f"pages/{second.pk}/set_position/?position=0")
    return bool(Page.objects.get(pk=second.pk).path < Page.objects.get(pk=first.pk).path)


def moved_home(scene: Scene) -> bool:
    """Out of the tried branch into the user's own (of one branch: to another place in it)."""
    page, target = scene.text(), scene.home.add_child(instance=ContentPage(title="Папка", slug="papka"))
    scene.post(f"pages/{page.pk}/move/{target.pk}/confirm/")
    return bool(Page.objects.get(pk=page.pk).is_descendant_of(target))


def moved_home_by_api(scene: Scene) -> bool:
    page, target = scene.text(), scene.home.add_child(instance=ContentPage(title="Папка", slug="papka"))
    scene.act(page, "move", destination_page_id=target.pk, position="last-child")
    return bool(Page.objects.get(pk=page.pk).is_descendant_of(target))


def moved_there(scene: Scene) -> bool:
    """Out of the user's own branch into the tried one."""
    page = scene.home.add_child(instance=ContentPage(title="Свой", slug="svoy"))
    target = scene.text()
    scene.post(f"pages/{page.pk}/move/{target.pk}/confirm/")
    return bool(Page.objects.get(pk=page.pk).is_descendant_of(target))


def copied_there(scene: Scene) -> bool:
    return _copied(scene)


def aliased_there(scene: Scene) -> bool:
    return _copied(scene, alias="on")


def aliased_by_api(scene: Scene) -> bool:
    page = scene.home.add_child(instance=ContentPage(title="Свой", slug="svoy", live=False))
    before = Page.objects.count()
    scene.act(page, "create_alias", destination_page_id=scene.branch.pk, update_slug="kopiya")
    return Page.objects.count() > before


def copied_home(scene: Scene) -> bool:
    """A text of the tried branch into the user's own, drafts and all."""
    page = scene.text(live=False)
    scene.post(f"pages/{page.pk}/copy/", new_title="Копия", new_slug="kopiya", new_parent_page=scene.home.pk)
    return _exists("kopiya")


def _copied(scene: Scene, **more: str) -> bool:
    page = scene.home.add_child(instance=ContentPage(title="Свой", slug="svoy", live=False))
    words = {"new_title": "Копия", "new_slug": "kopiya", "new_parent_page": scene.branch.pk}
    scene.post(f"pages/{page.pk}/copy/", **words, **more)
    return _exists("kopiya")


def _exists(slug: str) -> bool:
    return Page.objects.filter(slug=slug).exists()


def _gone(page: Page) -> bool:
    return not Page.objects.filter(pk=page.pk).exists()


def _live(page: Page) -> bool:
    return bool(Page.objects.get(pk=page.pk).live)


#: What an attempt needs, in the words of ``cms.branches.rights``.
ATTEMPTS: tuple[tuple[str, Attempt], ...] = (
    ("change", listed),
    ("change", found),
    ("change", draft_read),
    ("add", added),
    ("change", changed),
    ("change", draft_deleted),
    ("publish", published_at_birth),
    ("publish", published),
    ("publish", published_in_bulk),
    ("publish", published_by_api),
    ("publish", unpublished),
    ("publish", unpublished_in_bulk),
    ("publish", unpublished_by_api),
    ("publish", deleted),
    ("publish", deleted_in_bulk),
    ("publish", deleted_by_api),
    ("publish", made_private),
    ("lock", locked),
    ("unlock", unlocked),
    ("publish", reordered),
    ("publish", moved_home),
    ("publish", moved_home_by_api),
    ("publish", moved_there),
    ("add", copied_there),
    ("add", aliased_there),
    ("nobody", aliased_by_api),
    ("change", copied_home),
)
