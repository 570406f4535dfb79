"""Products in the admin: the list, the screens that write and change one, the buttons."""
