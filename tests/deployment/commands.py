"""Every command of the image and of compose.yaml; `test_compose` holds the files to this table, `test_running` runs it.

A command stands here as the files write it, but for the address that a server binds to.
"""

from __future__ import annotations

#: Once, before web and worker start, in this order.
PREPARE = (
    "python manage.py migrate --noinput",
    "python manage.py load_reference",
    "python manage.py open_branches",
    "python manage.py collectstatic --noinput",
    'python manage.py search_status || python manage.py rebuild_search || echo "the worker builds the index later"',
    "python manage.py check --deploy --fail-level ERROR",
)
WEB = "gunicorn -c python:cms.gunicorn cms.wsgi --bind 0.0.0.0:8000 --workers 2"
WEB_CHECK = "python -m cms.health.probe web http://127.0.0.1:8000"
WORKER = "python manage.py worker"
WORKER_CHECK = "python -m cms.health.probe worker"

#: Every night, for as long as the container lives.
BACKUP = ("python manage.py backup /backups --keep-days 14", "python manage.py drill /backups")
BACKUP_CHECK = "python -m cms.health.probe backup /backups"

#: What others' images run; their programs are not ours to try.
FOREIGN = (
    "pg_isready --username duet --dbname duet",
    "curl -fsS -u elastic:$$ELASTIC_PASSWORD http://127.0.0.1:9200/_cluster/health",
)
