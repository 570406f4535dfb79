"""The demo's pages, in English and French, around the demo's garments."""

from cms.demo.pages import seed

__all__ = ["seed"]
