"""The demo's region with static files as a public server has them: collected, named by content, packed."""

from cms.settings.demo import *  # noqa: F403

STORAGES["staticfiles"] = {"BACKEND": "cms.appearance.static_files.OneSheetStaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = False
