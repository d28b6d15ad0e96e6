"""Sound photos with a few accidents, drawn from fixed seeds."""

import random

from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.parts import saved


def mutant(kind: str, seed: int) -> bytes:
    """The same for the same kind and seed, on every machine."""
    chance = random.Random(f"{kind} {seed}")
    content = bytearray(whole(kind))
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        chance.choice((_flip, _flip_early, _swap, _repeat, _drop, _overwrite, _graft))(content, chance)
    return bytes(content)


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _flip_early(content: bytearray, chance: random.Random) -> None:
    """Headers are short; without this most accidents would fall upon pixels."""
    content[chance.randrange(min(400, len(content)))] ^= 1 << chance.randrange(8)


def _swap(content: bytearray, chance: random.Random) -> None:
    one, other = (_piece(content, chance) for _ in range(2))
    content[one], content[other] = content[other], content[one]


def _repeat(content: bytearray, chance: random.Random) -> None:
    piece = _piece(content, chance)
    content[piece] = content[piece] * chance.randrange(2, 20)


def _drop(content: bytearray, chance: random.Random) -> None:
    if len(content) > 300:
        del content[_piece(content, chance)]


def _overwrite(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content) - 4)
    content[at : at + 4] = chance.choice(
        (b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x00\x00\x01")
    )


def _graft(content: bytearray, chance: random.Random) -> None:
    """A piece of another kind of file."""
    other = saved("GIF")
    at = chance.randrange(len(content))
    content[at:at] = other[: chance.randrange(1, 200)]


def _piece(content: bytearray, chance: random.Random) -> slice:
    at = chance.randrange(len(content))
    return slice(at, at + chance.randrange(1, 100))
