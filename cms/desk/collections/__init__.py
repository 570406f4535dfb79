"""Collections in the admin: a list, and a screen that fills them by hand or by a rule."""
