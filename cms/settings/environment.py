"""The one place where the environment is read; every variable that the product knows stands here."""

from pathlib import Path

import environ

env = environ.Env()

ROOT = Path(__file__).resolve().parent.parent.parent
#: Everything that the site writes: database, media, collected static files.
VAR = Path(env.str("DUET_VAR", default=str(ROOT / "var")))
VAR.mkdir(parents=True, exist_ok=True)

#: The key that the demo signs with. Production refuses to start with it.
DEMO_SECRET_KEY = "demo-only-not-secret-" + "0" * 40

SECRET_KEY = env.str("SECRET_KEY", default=DEMO_SECRET_KEY)
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR / 'duet.sqlite3'}")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
EMAIL_URL = env.str("EMAIL_URL", default="consolemail://")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="duet@example.org")
#: True where a proxy in front of the site sets X-Forwarded-Proto.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
