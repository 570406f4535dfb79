"""Buckets of anything that speaks S3."""

from typing import Any

from storages.backends.s3 import S3Storage

from common.providers.files.lifetimes import cache_control


class PublicBucket(S3Storage):  # type: ignore[misc]
    """A bucket whose files say themselves how long they may be kept."""

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        """Return what is told to the bucket of a file."""
        return {**super().get_object_parameters(name), "CacheControl": cache_control(name)}
