"""A copy hands out files of its own: a name in them is found like one in its text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.utils import timezone

from bestpractices.republication.files import keep
from cms.work.worker import Worker
from mentoring.consents.actions import WithdrawConsent
from mentoring.consents.enums import Purpose
from mentoring.mentions.models import PersonMention
from tests.factories import MentorFactory
from tests.factories.files import docx_with

pytestmark = pytest.mark.django_db


def test_a_name_in_a_file_of_a_copy_is_told(take: Any, source: Any, municipality: Any) -> None:
    who = {"last_name": "Лосева", "first_name": "Вера", "patronymic": "Аркадьевна"}
    mentor = MentorFactory(public=True, municipality=municipality, **who)
    copy = take(source)
    copy.files.add(keep(BytesIO(docx_with("Лосева Вера Аркадьевна")), "plan.docx"))
    WithdrawConsent(mentor.consents.get(purpose=Purpose.PUBLICATION), None, timezone.localdate()).execute()
    Worker().work_off()
    (mention,) = PersonMention.objects.waiting()
    assert (mention.thing_id, mention.places) == (copy.page_id, "слова в файле копии")
