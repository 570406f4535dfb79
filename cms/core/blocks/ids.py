"""The ids by which editors, comments and clients know a block."""

import re

LONGEST = 36
_ID = re.compile(rf"[0-9A-Za-z-]{{1,{LONGEST}}}")


def is_id(said: object) -> bool:
    """Say whether this can be the id of a block: a UUID, or letters, digits and dashes as short."""
    return isinstance(said, str) and _ID.fullmatch(said) is not None
