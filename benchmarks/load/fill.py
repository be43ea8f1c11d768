"""`python -m benchmarks.load.fill`: tables and index of the stock search, from the mentors of the database."""

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks import flat  # noqa: E402
from benchmarks.models import Entry  # noqa: E402
from search.engines import get_engine  # noqa: E402

if __name__ == "__main__":
    call_command("migrate", verbosity=0, run_syncdb=True)
    Entry.objects.all().delete()
    flat.fill(timezone.localdate())
    flat.index_for_wagtail()
    while not get_engine().refresh():
        pass  # what the copy of an older region still had to index
    print(Entry.objects.count())
