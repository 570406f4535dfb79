"""Switches that turn guards off, for the tests that prove the guards are needed."""

from fashionistar.settings.env import env

STOCK_GUARD_OFF = env.bool("STOCK_GUARD_OFF", default=False)
PAGE_TREE_GUARD_OFF = env.bool("PAGE_TREE_GUARD_OFF", default=False)
FETCH_ALLOWS_LOOPBACK = env.bool("FETCH_ALLOWS_LOOPBACK", default=False)
