"""Picture files, good and bad."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

GPS = {1: "N", 2: (6.0, 27.0, 11.0), 3: "E", 4: (3.0, 23.0, 45.0)}


def picture(width: int = 60, height: int = 40, format: str = "JPEG", **saved: Any) -> bytes:
    """Draw a picture whose left half is red and whose right half is blue."""
    drawn = Image.new("RGB", (width, height), "blue")
    drawn.paste((255, 0, 0), (0, 0, width // 2, height))
    sink = io.BytesIO()
    drawn.save(sink, format, **saved)
    return sink.getvalue()


def with_exif(width: int = 60, height: int = 40) -> bytes:
    """Draw a JPEG that lies on its side and says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Secret Camera", 6
    exif.get_ifd(0x8825).update(GPS)
    return picture(width, height, exif=exif, quality=95)


def bomb(width: int = 9000, height: int = 9000) -> bytes:
    """Write a true PNG of that many black pixels in some kilobytes."""
    line = b"\0" * (1 + width)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in body)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
