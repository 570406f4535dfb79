"""What stories say no with."""

from common.exceptions import NotAllowed


class MayNotWriteStories(NotAllowed):
    """The person may write no pages, or none here."""

    code = "may_not_write_stories"
    title = "Only who writes the shop's pages may write the story of a product"
