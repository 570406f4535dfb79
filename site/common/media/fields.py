"""Where the files of pictures are kept."""

from typing import Any

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from common.media import uploads


class PictureFile(WagtailImageFieldFile):  # type: ignore[misc]
    """A file in the library: whichever door it came by, it is written only when encoded by us."""

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Write the file; a stranger's is encoded anew first.

        :raises PictureRefused: when it is no picture, is broken, or has too many pixels.
        """
        if not isinstance(content, uploads.Plain):
            content.seek(0)
            content = uploads.plain_file(name, content.read())
            name = content.name
        super().save(name, content, save=save)


class PictureFileField(WagtailImageField):  # type: ignore[misc]
    """Wagtail's field with our kind of file."""

    attr_class = PictureFile
