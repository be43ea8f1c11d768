"""For the test suite: fast password hashes, mails kept in memory, everything else as on a laptop."""

from cms.settings import environment
from cms.settings.demo import *

DUET_DEMO = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False  # tests sign in without passwords
DUET_BACKGROUND = "off"  # tests do the background work themselves, in their own transaction
CACHES = {  # no test sees another's, and a full cache drops nothing by chance in the middle of one
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
# Each test client makes the middlewares anew: files are looked for when one is asked for, not listed for every client.
WHITENOISE_AUTOREFRESH = True
MEDIA_ROOT = environment.VAR / "test-media"
WAGTAILADMIN_BASE_URL = "http://testserver"
DUET_SITE_URL_SAID = False
DATABASES["default"].setdefault("TEST", {})
DATABASES["default"]["CONN_MAX_AGE"] = 0  # a kept connection would stop the test database from being dropped
