"""Outgoing e-mail."""

from fashionistar.settings.env import ROOT, env

DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default="Fashionistar <shop@fashionistar.example>"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
MAIL_FOLDER = ROOT / "var" / "mail"
MAIL_URL = env.str("MAIL_URL", default="")
if MAIL_URL:
    _mail = env.email_url("MAIL_URL")
    _OUTGOING = {
        "BACKEND": _mail["EMAIL_BACKEND"],
        "OPTIONS": {
            "host": _mail["EMAIL_HOST"],
            "port": _mail["EMAIL_PORT"],
            "username": _mail["EMAIL_HOST_USER"] or "",
            "password": _mail["EMAIL_HOST_PASSWORD"] or "",
            "use_tls": bool(_mail.get("EMAIL_USE_TLS", False)),
            "use_ssl": bool(_mail.get("EMAIL_USE_SSL", False)),
            "timeout": 10,
        },
    }
else:
    _OUTGOING = {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(MAIL_FOLDER)},
    }
# Whatever sends mail in a request, libraries among it, writes it down; workers send it.
MAILERS = {"default": {"BACKEND": "notifications.backends.QueuedMail"}, "outgoing": _OUTGOING}
MAIL_PROVIDER = "common.providers.mail.mailer.Mailer"
