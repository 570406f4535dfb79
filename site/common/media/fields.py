"""Where the files of pictures are kept."""

from typing import Any

from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from common.media import reading, uploads


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

    def get_image_dimensions(self) -> tuple[int, int]:
        """Return width and height as the header says them; Wagtail's decodes to learn them.

        :raises PictureRefused: when it is no picture or has too many pixels.
        """
        is_closed = self.closed
        try:
            self.open()
            return reading.opened(self.read()).size
        finally:
            if is_closed:
                self.close()
            else:
                self.seek(0)


class PictureFileField(WagtailImageField):  # type: ignore[misc]
    """Wagtail's field with our kind of file."""

    attr_class = PictureFile
