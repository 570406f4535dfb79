"""For the type checker, which reads the settings and connects to nothing."""

import os

os.environ.setdefault("DATABASE_URL", "postgres://nobody@/nothing")
os.environ.setdefault("REDIS_URL", "redis://127.0.0.1:1/0")

from fashionistar.settings.dev import *  # noqa: F403
