"""Who may act on orders as staff."""

from typing import Any

from common.exceptions import NotAllowed
from identity.policies import roles


def require_operations(user: Any) -> None:
    """Let staff who act on orders pass.

    :raises NotAllowed: for everybody else.
    """
    if not roles.can_run_operations(user):
        raise NotAllowed


def require_finance(user: Any) -> None:
    """Let staff who may see payments and act on orders pass.

    :raises NotAllowed: for everybody else.
    """
    if not (roles.can_view_finance(user) or roles.can_run_operations(user)):
        raise NotAllowed
