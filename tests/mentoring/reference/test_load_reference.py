from io import StringIO

import pytest
from django.core.management import call_command

from mentoring.reference.models import Subject


@pytest.mark.django_db
def test_the_command_fills_a_new_site_and_says_when_there_is_nothing_to_do() -> None:
    first, second = StringIO(), StringIO()
    call_command("load_reference", stdout=first)
    call_command("load_reference", stdout=second)
    assert "Добавлено" in first.getvalue()
    assert "уже заполнены" in second.getvalue()
    assert Subject.objects.filter(code="mathematics").exists()
