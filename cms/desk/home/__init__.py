"""The admin's first page: what waits for the person who opened it."""
