"""The one place where the environment is read; every variable that the product knows stands here."""

from pathlib import Path

import environ

from cms import places

env = environ.Env()

#: Everything that the site writes: database, media, collected static files; never beside installed packages.
VAR = Path(env.str("DUET_VAR", default=str((places.ROOT if places.IS_CHECKOUT else Path.cwd()) / "var")))
VAR.mkdir(parents=True, exist_ok=True)

#: The key that the demo signs with. Production refuses to start with it.
DEMO_SECRET_KEY = "demo-only-not-secret-" + "0" * 40

SECRET_KEY = env.str("SECRET_KEY", default=DEMO_SECRET_KEY)
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR / 'duet.sqlite3'}")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
#: The address of the site; whether somebody said it, for without it the name that people gave the site counts.
SITE_URL = env.str("SITE_URL", default="") or "http://127.0.0.1:8000"
SITE_URL_SAID = bool(env.str("SITE_URL", default=""))
EMAIL_URL = env.str("EMAIL_URL", default="consolemail://")
#: Redis 7 for several machines (redis://:password@host:6379/0); else a table of PostgreSQL, or a folder beside SQLite.
CACHE_URL = env.str("CACHE_URL", default="")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="duet@example.org")
#: Who does the background work: "inside" the web process, or a "worker" (`manage.py worker`) beside it.
BACKGROUND = env.str("BACKGROUND", default="inside")
#: A session ends after this many minutes without a click, and in any case this many hours after the password.
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=120)
SESSION_LIFETIME_HOURS = env.int("SESSION_LIFETIME_HOURS", default=24)
#: True where a proxy in front of the site sets X-Forwarded-Proto.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
#: "json": an object a line, for programs; "line": for people. Production's default is "json".
LOG_FORMAT = env.str("LOG_FORMAT", default="line")
SLOW_QUERY_MS = env.int("SLOW_QUERY_MS", default=500)
#: Who may read /metrics/: addresses and networks, parted by commas.
METRICS_ADDRESSES = env.list("METRICS_ADDRESSES", default=["127.0.0.1", "::1"])
#: Sentry or GlitchTip, which hear of errors without people (needs `sentry-sdk`).
SENTRY_DSN = env.str("SENTRY_DSN", default="")

#: How many requests one address may send to the JSON API, and the sites whose pages may read it: «*» all, or those that
#: are named (https://school.example).
API_RATE = env.str("API_RATE", default="120/m")
API_ORIGINS = env.list("API_ORIGINS", default=["*"])

#: Partners who are told what changed: «https://partner.example/duet secret», separated by commas. Addresses in
#: networks of one's own (10.20.0.0/16) only if they are named too.
WEBHOOKS = env.list("WEBHOOKS", default=[])
WEBHOOKS_INSIDE = env.list("WEBHOOKS_INSIDE", default=[])

#: Whose pages are asked whether links to them still open: hosts separated by commas («*.ru» with all below, «*» every
#: public one), none by default. Networks inside (10.20.0.0/16) are asked only if they are named too.
CHECK_LINKS_TO = env.list("CHECK_LINKS_TO", default=[])
CHECK_LINKS_INSIDE = env.list("CHECK_LINKS_INSIDE", default=[])

#: A search cluster for many regions; without one the search is embedded in the database. Several addresses: commas.
ELASTICSEARCH_URL = env.list("ELASTICSEARCH_URL", default=[])
OPENSEARCH_URL = env.list("OPENSEARCH_URL", default=[])
#: The file of the certificates that a cluster with an authority of its own is recognised by.
SEARCH_CA_CERTS = env.str("SEARCH_CA_CERTS", default="")
#: The beginning of the names of all indices: several sites may share a cluster.
SEARCH_PREFIX = env.str("SEARCH_PREFIX", default="duet")
SEARCH_SHARDS = env.int("SEARCH_SHARDS", default=1)
#: Copies of each shard beside the first; unset: one as soon as there is a second node, none on a single one.
SEARCH_REPLICAS = env.int("SEARCH_REPLICAS", default=None)
