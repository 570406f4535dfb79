"""Where shoppers see things: the frontend, which may lie elsewhere than this service."""

from django.conf import settings


def address(path: str) -> str:
    """Return the address at which the frontend shows `path`, such as `/products/adire-shirt/`."""
    return f"{settings.CLIENT_URL}{path}"
