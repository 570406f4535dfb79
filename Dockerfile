# syntax=docker/dockerfile:1

FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /srv/venv
ENV PATH=/srv/venv/bin:$PATH
COPY requirements.txt /srv/
RUN pip install --no-deps --require-hashes -r /srv/requirements.txt
WORKDIR /srv/app
COPY manage.py ./
COPY bin ./bin
COPY site ./site
COPY cms ./cms
COPY commerce ./commerce
COPY notifications ./notifications
ENV PYTHONPATH=.:site
RUN DJANGO_SETTINGS_MODULE=fashionistar.settings.dev python manage.py collectstatic --noinput \
    && python -m compileall -q /srv/venv /srv/app

FROM python:3.13-slim
RUN useradd --system --uid 10001 --user-group --home-dir /srv/app --no-create-home fashionistar
COPY --from=build /srv/venv /srv/venv
COPY --from=build /srv/app /srv/app
WORKDIR /srv/app
RUN mkdir -p var/media && chown fashionistar:fashionistar var var/media
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONPATH=.:site \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=fashionistar.settings.production \
    PORT=8000 \
    WEB_WORKERS=2 \
    WEB_THREADS=8
USER fashionistar
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s --retries=4 \
    CMD ["python", "-m", "fashionistar.running.health", "healthz"]
CMD ["sh", "-c", "exec bin/serving granian fashionistar.wsgi:application --interface wsgi --host 0.0.0.0 --port $PORT --workers $WEB_WORKERS --blocking-threads $WEB_THREADS --backlog 1024 --no-ws --respawn-failed-workers --workers-kill-timeout 25"]
