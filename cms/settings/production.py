"""A public server: HTTPS only, a key of its own, no demo account."""

from django.core.exceptions import ImproperlyConfigured

from cms.observing.sentry import tell_errors
from cms.settings import environment
from cms.settings.defaults import *

DUET_DEMO = False

if SECRET_KEY == environment.DEMO_SECRET_KEY or len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "SECRET_KEY не задан, взят из демо-версии или короче 50 знаков. Создайте свой: "
        "python -c 'import secrets; print(secrets.token_urlsafe(50))' и передайте его в переменной SECRET_KEY."
    )
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS не задан. Перечислите через запятую адреса сайта: nastavnik.region.ru")

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^metrics/$"]  # watched from inside the network
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser takes these names over HTTPS alone, for this host alone: no neighbour under the same domain can set them.
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
if environment.BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = logging_settings(environment.env.str("LOG_FORMAT", default="json"), environment.LOG_LEVEL)
if environment.SENTRY_DSN:
    tell_errors(environment.SENTRY_DSN)
