"""Files as others keep them."""
