"""What is read of the catalogue's own tables."""
