"""What can go wrong with an outside service."""


class ProviderError(Exception):
    """It failed now and may heal: try again later."""

    def __init__(self, detail: str, *, retry_after: float | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class PermanentProviderError(ProviderError):
    """It will fail however often it is tried."""
