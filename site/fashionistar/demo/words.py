"""What the demo is made of: makers, categories, garments and their prices in naira."""

from typing import NamedTuple


class Maker(NamedTuple):
    """A vendor of the demo."""

    name: str
    city: str
    about: str


class Cut(NamedTuple):
    """A kind of garment: its category, how it is called, its price and its sizes."""

    garment: str
    category: str
    called: str
    price: int
    sizes: tuple[str, ...]


MAKERS = (
    Maker("Adunni Atelier", "Lagos", "Occasion dresses in lace and aso-oke, sewn in Surulere."),
    Maker("Indigo Yard", "Abeokuta", "Adire dyed by hand in the yards of Itoku."),
    Maker("Kano Cloth House", "Kano", "Kaftans and agbada, embroidered by the third generation."),
    Maker("Mama Efua Prints", "Accra", "Bold wax prints for work, church and Saturday."),
    Maker("Eko Denim Works", "Lagos", "Denim and cotton workwear, cut to last."),
    Maker("Zaria Leather", "Zaria", "Bags and sandals of vegetable-tanned goat leather."),
)
CATEGORIES = (
    "Dresses", "Tops and shirts", "Kaftans and agbada", "Trousers and skirts", "Jackets",
    "Sets and jumpsuits", "Headwear", "Bags and shoes",
)  # fmt: skip
LETTERS = ("S", "M", "L", "XL")
FEET = ("38", "39", "40", "41", "42")
ONE = ("One size",)
CUTS = (
    Cut("dress", "Dresses", "day dress", 32_000, LETTERS),
    Cut("gown", "Dresses", "evening gown", 78_000, LETTERS),
    Cut("shirt", "Tops and shirts", "shirt", 21_500, LETTERS),
    Cut("blouse", "Tops and shirts", "blouse", 18_500, LETTERS),
    Cut("kaftan", "Kaftans and agbada", "kaftan", 45_000, LETTERS),
    Cut("agbada", "Kaftans and agbada", "agbada", 120_000, LETTERS),
    Cut("trousers", "Trousers and skirts", "trousers", 24_000, LETTERS),
    Cut("skirt", "Trousers and skirts", "skirt", 22_000, LETTERS),
    Cut("jacket", "Jackets", "jacket", 52_000, LETTERS),
    Cut("jumpsuit", "Sets and jumpsuits", "jumpsuit", 48_000, LETTERS),
    Cut("two-piece", "Sets and jumpsuits", "two-piece", 56_000, LETTERS),
    Cut("headwrap", "Headwear", "headwrap", 9_500, ONE),
    Cut("bag", "Bags and shoes", "bag", 38_000, ONE),
    Cut("sandals", "Bags and shoes", "sandals", 27_000, FEET),
)
NAMES = (
    "Amina", "Bisi", "Chidera", "Dayo", "Ebele", "Folake", "Gbemi", "Halima", "Ife", "Jumoke",
    "Kemi", "Lami", "Morayo", "Ngozi", "Ore", "Patience", "Remi", "Simi", "Tola", "Uche",
)  # fmt: skip
FABRICS = {
    "Adunni Atelier": ("lace", "aso-oke"),
    "Indigo Yard": ("adire", "linen"),
    "Kano Cloth House": ("cotton", "aso-oke"),
    "Mama Efua Prints": ("ankara", "kente"),
    "Eko Denim Works": ("denim", "cotton"),
    "Zaria Leather": ("linen", "ankara"),
}
OCCASIONS = ("Everyday", "Work", "Wedding", "Church", "Holiday")
COLLECTIONS = {
    "rainy-season": ("Rainy season", "Layers that dry fast and look better wet."),
    "owambe": ("Owambe", "For the party that starts on Friday and ends on Monday."),
    "indigo-stories": ("Indigo stories", "Adire, from the vat to the street."),
    "new-makers": ("New makers", "Ateliers that joined this season."),
}
UNDER = ("under-50000", "Under ₦50,000", "Made by hand, and kind to the purse.", "50000.00")
DOLLAR, POUND = 1_500, 1_900
