"""What the picture library says no with."""

from common.exceptions import Invalid


class PictureRefused(Invalid):
    """The file is no picture that can be shown, or too large a one."""

    code = "picture_refused"
    title = "The picture was refused"
