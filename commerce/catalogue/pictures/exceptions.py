from collections.abc import Iterable


class UnknownPicturePart(ValueError):
    """A name outside the picture library's vocabulary; ``known`` lists what may be asked for."""

    kind = "part"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(f"Unknown {self.kind} {name!r}; known: {', '.join(self.known)}.")


class UnknownGarment(UnknownPicturePart):
    """The garment asked for has no silhouette."""

    kind = "garment"


class UnknownFabric(UnknownPicturePart):
    """The fabric asked for has no loom."""

    kind = "fabric"


class UnknownView(UnknownPicturePart):
    """The view asked for is not one the studio takes."""

    kind = "view"
