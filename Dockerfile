# One image for every process of the site: `prepare`, `web` and `worker` in compose.yaml.
# Debian 12, whose PostgreSQL 15 is the one that compose.yaml starts and CI tries.
FROM python:3.13.9-slim-bookworm

LABEL org.opencontainers.image.title="Дуэт" org.opencontainers.image.version="0.2.0" org.opencontainers.image.licenses="BSD-3-Clause"

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production DUET_VAR=/var/lib/duet

# pg_dump, pg_restore and psql, of the server's major version: what `manage.py backup` and `manage.py restore` call.
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client-15 && rm -rf /var/lib/apt/lists/*

RUN useradd --system --uid 10001 --home-dir /srv/duet duet && install -d -o duet -g duet /var/lib/duet && install -d -m 700 -o duet -g duet /backups
WORKDIR /srv/duet
COPY deploy/requirements.lock deploy/
RUN pip install --no-deps --require-hashes -r deploy/requirements.lock
COPY . .
# The code is read only where it runs: what is not compiled here is compiled anew at each start of each process.
RUN python -m compileall -q bestpractices cms mentoring search

USER duet
VOLUME /var/lib/duet
EXPOSE 8000
CMD ["gunicorn", "-c", "python:cms.gunicorn", "cms.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2"]
