"""Pass on the letters that a mail server did not take."""

from typing import Any

from django.core.management.base import BaseCommand

from mentoring.letters.actions import pass_on
from mentoring.letters.models import MentorLetter


class Command(BaseCommand):
    help = "Передаёт наставникам письма, которые почтовый сервер раньше не принял."

    def handle(self, *args: Any, **options: Any) -> None:
        waiting = MentorLetter.objects.waiting().select_related("mentor")
        sent = sum(pass_on(letter) for letter in waiting)
        self.stdout.write(f"Передано писем: {sent}. Ждут: {MentorLetter.objects.waiting().count()}.")
