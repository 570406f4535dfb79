"""Demo pictures, drawn in code: garments cut from procedural Nigerian and Ghanaian cloths."""

from commerce.catalogue.pictures.banner import draw_banner
from commerce.catalogue.pictures.captions import alt_text
from commerce.catalogue.pictures.exceptions import (
    UnknownFabric,
    UnknownGarment,
    UnknownPicturePart,
    UnknownView,
)
from commerce.catalogue.pictures.fabrics.loom import FABRICS
from commerce.catalogue.pictures.garments import VIEWS, draw_garment
from commerce.catalogue.pictures.monogram import draw_monogram
from commerce.catalogue.pictures.silhouettes.wardrobe import GARMENTS

__all__ = [
    "FABRICS",
    "GARMENTS",
    "VIEWS",
    "UnknownFabric",
    "UnknownGarment",
    "UnknownPicturePart",
    "UnknownView",
    "alt_text",
    "draw_banner",
    "draw_garment",
    "draw_monogram",
]
