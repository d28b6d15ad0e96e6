"""What an animal of the zoo is, and what may become of it."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.codes import Code

READY = "ready"
NOT_AN_IMAGE = str(Code.PHOTO_NOT_AN_IMAGE)
TRUNCATED = str(Code.PHOTO_TRUNCATED)
TOO_MANY_PIXELS = str(Code.PHOTO_TOO_MANY_PIXELS)
UNSUPPORTED = str(Code.PHOTO_UNSUPPORTED)
ANY_FATE = frozenset((READY, NOT_AN_IMAGE, TRUNCATED, TOO_MANY_PIXELS, UNSUPPORTED))
"""For what a decoder of another version may judge otherwise. No other code is an answer to bytes."""


@dataclass(frozen=True, slots=True)
class Animal:
    """A file, made when it is needed, with what Kith must say of it."""

    name: str
    make: Callable[[], bytes]
    fate: str | frozenset[str] = ANY_FATE

    @property
    def fates(self) -> frozenset[str]:
        return frozenset((self.fate,)) if isinstance(self.fate, str) else self.fate

    def __str__(self) -> str:
        return self.name


def made_of(content: bytes) -> Callable[[], bytes]:
    return lambda: content
