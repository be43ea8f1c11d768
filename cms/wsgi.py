"""The WSGI application; a production process refuses to start while demo accounts exist."""

import gc
import os

gc.disable()  # modules, models and views stay to the end: walking over them while they are made is a third of the start

from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402
from django.urls import get_resolver  # noqa: E402

from cms.accounts.demo_guard import refuse_demo_accounts  # noqa: E402
from cms.sharing.address import tell_the_site_its_address  # noqa: E402

if not settings.DUET_DEMO:
    refuse_demo_accounts()
tell_the_site_its_address()

# Every view is imported now: the first visitor does not wait for it.
_ = get_resolver().url_patterns
gc.freeze()
gc.enable()
