# One image for web, worker, beat and the one-shot commands: they differ in their command only.
# BASE is a Debian with Python 3.11 and its venv; a build without a registry brings its own.
ARG BASE=docker.io/library/python:3.11-slim-bookworm

FROM ${BASE} AS packages
COPY requirements.lock /build/requirements.lock
# Wheels only: no compiler is needed, and none is in what is shipped.
RUN python3 -m venv /opt/kith \
    && /opt/kith/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r /build/requirements.lock

FROM ${BASE} AS server
# pg_dump and pg_restore for `manage.py backup`: the same PostgreSQL major as in docker-compose.yml.
# Debian keeps one minor version per release, so a pin would only break the build at the next security update.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client-15 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 kith \
    && useradd --uid 10001 --gid kith --no-create-home --home-dir /srv/kith --shell /usr/sbin/nologin kith \
    && install --directory --owner=kith --group=kith --mode=750 /data /data/photos /data/exports /data/beat /backups
ENV PATH=/opt/kith/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    KITH_DATA_DIR=/data \
    KITH_STATIC_ROOT=/srv/kith/static
WORKDIR /srv/kith
COPY --from=packages /opt/kith /opt/kith
COPY LICENSE manage.py ./
COPY shared shared
COPY server server
# The web door shows the app's own faces, answers and type.
COPY mobile/assets mobile/assets
COPY deploy/probe.py deploy/probe.py
# The secret here signs nothing and is gone with this line; a running server is given its own.
RUN SECRET_KEY=only-while-building KITH_DATA_DIR=/tmp/build python manage.py collectstatic --noinput \
    && python -m compileall -q server shared \
    && rm -rf /tmp/build
USER 10001:10001
EXPOSE 8000
CMD ["uvicorn", "server.project.asgi:application", "--http", "server.project.wire:PatientProtocol", "--host", "0.0.0.0", "--port", "8000"]
