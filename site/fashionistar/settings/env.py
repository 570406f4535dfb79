"""The process environment, read once, strictly and with types."""

from pathlib import Path

import django_stubs_ext
import environ
from django.core.exceptions import ImproperlyConfigured

django_stubs_ext.monkeypatch()

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
environ.Env.read_env(ROOT / ".env", overwrite=False)


def required(name: str) -> str:
    """Return the variable `name`.

    :raises ImproperlyConfigured: when it is unset or empty.
    """
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}: it has no default.")
    return str(value)
