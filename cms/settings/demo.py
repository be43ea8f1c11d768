"""A laptop that has Python and nothing else: SQLite, known accounts, plain HTTP. Never for a public server."""

from cms.settings.defaults import *

INSTALLED_APPS = ["demo", *INSTALLED_APPS]  # the invented region
ALLOWED_HOSTS = ["*"]
DUET_DEMO = True
# Plain file names: the demo serves straight from static/, nothing is collected first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016", "security.W018"]
