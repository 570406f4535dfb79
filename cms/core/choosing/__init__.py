"""How the things of the shop are shown, found and kept where editors choose them."""
