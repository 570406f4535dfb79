"""What the admin's generic screens let people do to a model, of what their groups grant."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class Allowing(ModelPermissionPolicy):  # type: ignore[misc]
    """Grants the named actions to who holds the model's permission for them, and no others."""

    def __init__(self, model: Any, *actions: str) -> None:
        super().__init__(model)
        self.actions = frozenset(actions)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether the action is one of ours and they may."""
        return action in self.actions and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether one of the actions is ours and they may."""
        return any(self.user_has_permission(user, each) for each in actions)
