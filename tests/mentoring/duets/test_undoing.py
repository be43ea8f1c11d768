"""Who may publish a duet may take it down, cancel it and correct a word of it: every pair of actions, by every role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.log_actions import registry

from mentoring.duets.actions.editing import SaveWords
from mentoring.duets.actions.publishing import BuildPage, CancelDuet, PublishDuet, TakeDown
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import DuetProject
from mentoring.duets.pages import DuetInterviewPage
from tests.factories import DuetProjectFactory, open_branch
from tests.mentoring.duets.test_actions import marked, stored

pytestmark = pytest.mark.django_db

UNDO: dict[str, tuple[Callable[[Any, Any], Any], ProjectState]] = {
    "take down": (lambda project, user: TakeDown(project, user, "Ошибка в имени."), ProjectState.APPROVED),
    "cancel": (lambda project, user: CancelDuet(project, user, "Пара просит снять."), ProjectState.CANCELLED),
    "a word": (
        lambda project, user: SaveWords(project, user, marked(project, mentee="Другие слова.")),
        ProjectState.EDITING,
    ),
}


@pytest.mark.parametrize("undo", UNDO)
@pytest.mark.parametrize("who", ["editor", "coordinator", "regional_centre"])
def test_who_publishes_may_undo_it(who: str, undo: str, request: pytest.FixtureRequest, municipality: Any) -> None:
    user = request.getfixturevalue(who)
    open_branch(municipality)
    project = DuetProjectFactory(municipality=municipality, state=ProjectState.APPROVED)
    BuildPage(project, user, "Два взгляда на одну тетрадь").execute()
    PublishDuet(stored(project), user).execute()
    assert DuetInterviewPage.objects.get().live

    make, state = UNDO[undo]
    make(stored(project), user).execute()
    page = DuetInterviewPage.objects.get()
    assert not page.live
    assert DuetProject.objects.get(pk=project.pk).state == state
    told = registry.get_logs_for_instance(page).filter(action="wagtail.unpublish").values_list("user", flat=True)
    assert list(told) == [user.pk]
