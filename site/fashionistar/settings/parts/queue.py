"""Celery transports; the outbox in PostgreSQL is the truth."""

from fashionistar.settings.parts.cache import BROKER_URL

CELERY_BROKER_URL = BROKER_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "socket_connect_timeout": 1,
    "socket_timeout": 10,
}
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_DEFAULT_QUEUE = "fashionistar"
CELERY_TIMEZONE = "UTC"
_SOON = {"expires": 10}
CELERY_BEAT_SCHEDULE = {
    "outbox-drain": {"task": "common.outbox.drain", "schedule": 2.0, "options": _SOON},
    "stock-reservations-release": {
        "task": "partner.release_expired_reservations",
        "schedule": 30.0,
        "options": _SOON,
    },
    "messages-send-due": {
        "task": "notifications.send_due_messages",
        "schedule": 15.0,
        "options": _SOON,
    },
    "product-images-fetch": {
        "task": "catalogue.fetch_waiting_images",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "pictures-encode": {
        "task": "media.encode_waiting_pictures",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "content-schedule": {
        "task": "publishing.keep_schedule",
        "schedule": 15.0,
        "options": {"expires": 14},
    },
    "content-announce-missed": {
        "task": "publishing.announce_missed",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "search-words-recount": {"task": "storefront.recount_words", "schedule": 3600.0},
    "form-answers-forget": {"task": "forms.forget_old_answers", "schedule": 3600.0},
    "previews-forget": {"task": "delivery.forget_previews", "schedule": 3600.0},
    "collections-refresh": {
        "task": "catalogue.refresh_timed_collections",
        "schedule": 600.0,
        "options": {"expires": 300},
    },
    "stories-heal": {"task": "stories.heal", "schedule": 600.0, "options": {"expires": 300}},
    "idempotency-prune": {"task": "common.prune_idempotency_records", "schedule": 3600.0},
    "outbox-prune": {"task": "common.outbox.prune", "schedule": 3600.0},
}
