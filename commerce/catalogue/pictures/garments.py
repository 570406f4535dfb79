from commerce.catalogue.pictures.encoding import encoded
from commerce.catalogue.pictures.exceptions import UnknownFabric, UnknownView
from commerce.catalogue.pictures.fabrics.loom import FABRICS
from commerce.catalogue.pictures.frame import Frame
from commerce.catalogue.pictures.silhouettes.wardrobe import garment_named
from commerce.catalogue.pictures.views import STUDIO

VIEWS: tuple[str, ...] = tuple(STUDIO)


def draw_garment(
    *,
    garment: str,
    fabric: str,
    seed: int,
    view: str = "front",
    width: int = 800,
    height: int = 1000,
) -> bytes:
    """Return a WebP picture of a garment, the same bytes for the same arguments.

    :raises UnknownGarment: when the garment is not one of ``GARMENTS``.
    :raises UnknownFabric: when the fabric is not one of ``FABRICS``.
    :raises UnknownView: when the view is not one of ``VIEWS``.
    """
    piece = garment_named(garment)
    if fabric not in FABRICS:
        raise UnknownFabric(fabric, FABRICS)
    if view not in STUDIO:
        raise UnknownView(view, VIEWS)
    return encoded(STUDIO[view](piece, fabric, seed, Frame(width, height)))
