"""Categories in the admin: the tree, and the screens that change it."""
