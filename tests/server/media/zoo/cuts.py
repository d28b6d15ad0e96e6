"""Every accepted format, cut short at many places, or with a hole."""

from collections.abc import Iterator
from functools import cache

from tests.server.media.zoo.animal import NOT_AN_IMAGE, READY, TRUNCATED, UNSUPPORTED, Animal, made_of
from tests.server.media.zoo.parts import saved

KINDS = {
    "jpeg": ("JPEG", {}),
    "progressive": ("JPEG", {"progressive": True}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {}),
    "lossless-webp": ("WEBP", {"lossless": True}),
    "heic": ("HEIF", {}),
}
"""What phones send: Pillow's name and its options."""
STEPS = 6
_IN_THE_NAME = frozenset((NOT_AN_IMAGE, TRUNCATED, UNSUPPORTED))
_NEAR_THE_END = frozenset((READY, TRUNCATED))


@cache
def whole(kind: str) -> bytes:
    name, options = KINDS[kind]
    return saved(name, **options)


def animals() -> Iterator[Animal]:
    for kind in KINDS:
        content = whole(kind)
        for length in (3, 13, 40):
            yield Animal(f"cut-{kind}-to-{length}", made_of(content[:length]), _IN_THE_NAME)
        for step in range(1, STEPS):
            length = len(content) * step // STEPS
            yield Animal(f"cut-{kind}-to-{step}-of-{STEPS}", made_of(content[:length]), TRUNCATED)
        # The last byte is part of a check sum, of an end mark or of padding: a decoder may do without.
        yield Animal(f"cut-{kind}-by-one", made_of(content[:-1]), _NEAR_THE_END)
        middle = len(content) // 2
        yield Animal(f"hole-{kind}", made_of(content[:middle] + content[middle + 99 :]))
        yield Animal(f"zeroed-{kind}", made_of(content[:middle] + bytes(len(content) - middle)))
