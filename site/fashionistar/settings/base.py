"""The table of contents: every room of the settings in the order it is read."""

from fashionistar.settings.parts.apps import *  # noqa: F403
from fashionistar.settings.parts.auth import *  # noqa: F403
from fashionistar.settings.parts.cache import *  # noqa: F403
from fashionistar.settings.parts.cms import *  # noqa: F403
from fashionistar.settings.parts.commerce import *  # noqa: F403
from fashionistar.settings.parts.database import *  # noqa: F403
from fashionistar.settings.parts.guards import *  # noqa: F403
from fashionistar.settings.parts.i18n import *  # noqa: F403
from fashionistar.settings.parts.logs import *  # noqa: F403
from fashionistar.settings.parts.mail import *  # noqa: F403
from fashionistar.settings.parts.media import *  # noqa: F403
from fashionistar.settings.parts.queue import *  # noqa: F403
from fashionistar.settings.parts.rest import *  # noqa: F403
from fashionistar.settings.parts.security import *  # noqa: F403
from fashionistar.settings.parts.selling import *  # noqa: F403
from fashionistar.settings.parts.web import *  # noqa: F403
