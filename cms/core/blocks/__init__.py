"""The blocks pages are built from, by family."""

from cms.core.blocks.commerce import (
    CollectionTeaserBlock,
    ProductRailBlock,
    ShopTheLookBlock,
    VendorTeaserBlock,
)
from cms.core.blocks.layout import CallToActionBlock, FormBlock
from cms.core.blocks.media import CaptionedImageBlock, GalleryBlock, HeroBlock, VideoBlock
from cms.core.blocks.tables import SizeGuideBlock
from cms.core.blocks.text import FaqBlock, ParagraphBlock, QuoteBlock

STORY_BLOCKS = [
    ("rich_text", ParagraphBlock()),
    ("quote", QuoteBlock()),
    ("faq", FaqBlock()),
    ("size_guide", SizeGuideBlock()),
    ("image", CaptionedImageBlock()),
    ("gallery", GalleryBlock()),
    ("video", VideoBlock()),
    ("call_to_action", CallToActionBlock()),
]
BODY_BLOCKS = [
    ("hero", HeroBlock()),
    *STORY_BLOCKS,
    ("product_rail", ProductRailBlock()),
    ("shop_the_look", ShopTheLookBlock()),
    ("collection_teaser", CollectionTeaserBlock()),
    ("vendor_teaser", VendorTeaserBlock()),
    ("form", FormBlock()),
]
