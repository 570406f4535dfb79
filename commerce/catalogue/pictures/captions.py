from commerce.catalogue.pictures.exceptions import UnknownFabric
from commerce.catalogue.pictures.fabrics.loom import FABRICS
from commerce.catalogue.pictures.silhouettes.wardrobe import garment_named

_SPOKEN = {
    "ankara": "ankara wax print",
    "adire": "hand-dyed adire",
    "aso-oke": "striped aso-oke",
    "kente": "kente strip-weave",
    "lace": "guipure lace",
}


def alt_text(garment: str, fabric: str) -> str:
    """Return the words that stand for a picture, such as "Dress in ankara wax print".

    :raises UnknownGarment: when the garment is not one of ``GARMENTS``.
    :raises UnknownFabric: when the fabric is not one of ``FABRICS``.
    """
    noun = garment_named(garment).noun
    if fabric not in FABRICS:
        raise UnknownFabric(fabric, FABRICS)
    return f"{noun[0].upper()}{noun[1:]} in {_SPOKEN.get(fabric, fabric)}"
