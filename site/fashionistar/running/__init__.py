"""The demo on one machine: servers, web, worker and beat under one supervisor.

``python -m fashionistar.running`` serves, ``… stop`` ends a running one, ``… reset`` also deletes
its data.
"""
