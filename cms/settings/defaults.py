"""What every environment shares, and what another Wagtail project takes over: `from cms.settings.defaults import *`.

docs/extension.md tells what such a project adds; `cms/settings/checks.py` names what is missing.
"""

from datetime import timedelta

import environ

from cms import places
from cms.caching.choosing import cache_settings
from cms.observing.logs import logging_settings
from cms.settings import environment
from cms.settings.content_security import ADMIN_CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY  # noqa: F401

BASE_DIR = places.ROOT
SECRET_KEY = environment.SECRET_KEY
DEBUG = False
DUET_DEMO = False
ALLOWED_HOSTS = environment.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = environment.CSRF_TRUSTED_ORIGINS

INSTALLED_APPS = [
    "search",
    "bestpractices",
    "mentoring",
    "cms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "axes",
    "django_filters",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.health.middleware.LiveMiddleware",
    "cms.security.visitors.VisitorAddressMiddleware",
    "cms.observing.middleware.AccessMiddleware",
    "cms.health.middleware.ByAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.compression.CompressTextMiddleware",
    "cms.security.middleware.ContentSecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cms.accounts.sign_ins.limits.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "cms.security.bounded.BoundedRequestMiddleware",
    "cms.accounts.quick_approval.ApproveWhereItIsReadMiddleware",
    "cms.drafts.middleware.FormDraftMiddleware",  # the last that looks at a view: its look begins the saving
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "cms.appearance.context.appearance",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [places.TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    },
    {
        # Result lists only: the same markup costs several times less here (docs/decisions).
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "DIRS": [places.TEMPLATES / "jinja2"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "cms.appearance.jinja.environment"},
    },
]
FORM_RENDERER = "cms.appearance.widgets.WidgetRenderer"

DATABASES = {"default": environ.Env.db_url_config(environment.DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "cms.databases.kept_sqlite"
    # One writer at a time that waits its turn, and readers that never wait for it.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
# A new connection would cost more than a search; a lost one, or a replaced file, is noticed before it is used.
DATABASES["default"].update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": cache_settings(environment.CACHE_URL, DATABASES["default"]["ENGINE"], environment.VAR)}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: nobody guesses passwords by trying
    "django.contrib.auth.backends.ModelBackend",
    "cms.accounts.backends.AppointmentBackend",
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # a school shares one address, a guesser one name
AXES_HANDLER = "cms.accounts.guessing.GuessingHandler"  # and guesses that are spread over names or addresses
AXES_CLIENT_IP_CALLABLE = "cms.security.visitors.subscriber_of"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "cms.accounts.lockout.locked_out"
DUET_BEHIND_PROXY = environment.BEHIND_PROXY
LOGIN_URL = "wagtailadmin_login"
CSRF_FAILURE_VIEW = "cms.drafts.views.page_grew_old"

LANGUAGE_CODE = "ru"
TIME_ZONE = "Europe/Moscow"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [places.CMS / "locale"]  # also what the scripts of the admin say

STATIC_URL = "/static/"
STATICFILES_DIRS = [places.STATIC]
STATIC_ROOT = environment.VAR / "static"
DUET_VAR = environment.VAR
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "cms.appearance.static_files.OneSheetStaticFilesStorage"},
}
#: Work per request (cms.security.bounds): what goes beyond is refused in a sentence before anything is read from it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # bytes of a form without its files, as large as a kept draft
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50

EMAIL_CONFIG = environ.Env.email_url_config(environment.EMAIL_URL)
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 20  # seconds: a silent mail server holds nobody for longer
DEFAULT_FROM_EMAIL = environment.DEFAULT_FROM_EMAIL

#: Who does what may wait (docs/decisions, background work): "inside" the web process, or a "worker" of its own.
DUET_BACKGROUND = environment.BACKGROUND
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},  # Wagtail's own small ones
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # the admin, whose preview stands in a frame, says otherwise for itself
#: A session ends after this pause, and in any case after this time; typed words wait for the next one (cms.drafts).
DUET_SESSION_IDLE = timedelta(minutes=environment.SESSION_IDLE_MINUTES)
DUET_SESSION_LIFETIME = timedelta(hours=environment.SESSION_LIFETIME_HOURS)
SESSION_COOKIE_AGE = int(DUET_SESSION_LIFETIME.total_seconds())
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

WAGTAIL_SITE_NAME = "Дуэт"
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # with the password and a letter instead (cms.accounts.email)
WAGTAILADMIN_BASE_URL = environment.SITE_URL
DUET_SITE_URL_SAID = environment.SITE_URL_SAID
WAGTAIL_CONTENT_LANGUAGES = [("ru", "Русский")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ru", "Русский")]
WAGTAIL_USER_TIME_ZONES = [
    *(f"Europe/{city}" for city in ("Kaliningrad", "Moscow", "Samara")),
    *(f"Asia/{city}" for city in ("Yekaterinburg", "Omsk", "Krasnoyarsk", "Irkutsk")),
    *(f"Asia/{city}" for city in ("Yakutsk", "Vladivostok", "Magadan", "Kamchatka")),
]
WAGTAIL_I18N_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.accounts.finishing.publish_what_was_approved"
WAGTAIL_AUTOSAVE_INTERVAL = 3000  # milliseconds between a keystroke and the draft that keeps it
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]  # no SVG: it can carry scripts
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.editors.backend"}}

DUET_SEARCH_ENGINE = "search.embedded.engine.EmbeddedEngine"
if environment.ELASTICSEARCH_URL:
    DUET_SEARCH_ENGINE = "search.elastic.engine.ElasticsearchEngine"
elif environment.OPENSEARCH_URL:
    DUET_SEARCH_ENGINE = "search.elastic.engine.OpenSearchEngine"
DUET_SEARCH_SERVER = {
    "hosts": environment.ELASTICSEARCH_URL or environment.OPENSEARCH_URL,
    "ca_certs": environment.SEARCH_CA_CERTS,
    "prefix": environment.SEARCH_PREFIX,
    "shards": environment.SEARCH_SHARDS,
    "replicas": environment.SEARCH_REPLICAS,
}

DUET_CHECK_LINKS_TO = environment.CHECK_LINKS_TO
DUET_CHECK_LINKS_INSIDE = environment.CHECK_LINKS_INSIDE

DUET_API_RATE = environment.API_RATE
DUET_API_ORIGINS = frozenset(environment.API_ORIGINS)
DUET_WEBHOOKS = environment.WEBHOOKS
DUET_WEBHOOKS_INSIDE = environment.WEBHOOKS_INSIDE

LOGGING = logging_settings(environment.LOG_FORMAT, environment.LOG_LEVEL)
DUET_SLOW_QUERY_MS = environment.SLOW_QUERY_MS
DUET_METRICS_ADDRESSES = environment.METRICS_ADDRESSES

#: Days since a mentor last confirmed: up to the first number green, up to the second yellow, then grey and not found.
MENTOR_FRESH_DAYS = 120
MENTOR_STALE_DAYS = 240
