"""What content delivery says no with."""

from common.exceptions import NotSignedIn


class PreviewOver(NotSignedIn):
    """The token of a preview is none of ours, or older than an hour."""

    code = "preview_expired"
    title = "This preview is over: open it anew in the editor"
