"""The blocks pages are built from, by family."""

from cms.core.blocks.commerce import CollectionTeaserBlock, ProductRailBlock, VendorTeaserBlock
from cms.core.blocks.media import CaptionedImageBlock, HeroBlock
from cms.core.blocks.text import FaqBlock, ParagraphBlock, QuoteBlock

BODY_BLOCKS = [
    ("hero", HeroBlock()),
    ("rich_text", ParagraphBlock()),
    ("image", CaptionedImageBlock()),
    ("quote", QuoteBlock()),
    ("faq", FaqBlock()),
    ("product_rail", ProductRailBlock()),
    ("collection_teaser", CollectionTeaserBlock()),
    ("vendor_teaser", VendorTeaserBlock()),
]
