"""A letter turning into light: noise decides where it burns first, and an ember runs along the edge of what is left."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageOps

from mobile.ui.drawing import envelopes

_SEED = 11
_EMBER, _GLOW, _SOFT = 40, 13, 6
"""How far, of 256 steps, the ember and its bright rim reach into the paper, and how soft the edge is."""
_WHOLE = 256 + _EMBER


@dataclass(frozen=True, slots=True)
class Spark:
    """Where on the letter it is born (shares from the left and from above), when, and how it goes."""

    x: float
    y: float
    born: float
    drift: float
    rise: float
    size: float
    star: bool


class Embers:
    """Frames of one burning envelope, `size` in pixels."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self._letter = envelopes.closed(size, envelopes.BLUE)
        self._when = _order_of_burning(size)
        self.sparks = _sparks(self._when)

    def frame(self, gone: float) -> bytes:
        """RGBA rows, the lowest first, once the share `gone` (0..1) of the burning is over."""
        line = gone * _WHOLE - _EMBER
        ember = self._when.point([_fading(step - line, _EMBER) for step in range(256)])
        bright = self._when.point([_fading(step - line, _GLOW) for step in range(256)])
        left = self._when.point([_clamp((step - line) / _SOFT) for step in range(256)])
        picture = self._letter.convert("RGB")
        for colour, mask in (("#FF8A3C", ember), ("#FFEEBE", bright)):
            picture.paste(Image.new("RGB", self.size, colour), (0, 0), mask)
        picture.putalpha(ImageChops.multiply(self._letter.getchannel("A"), left))
        return picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes()


def _fading(ahead: float, reach: float) -> int:
    """Strong at the line, nothing `reach` steps ahead of it."""
    return _clamp(1 - ahead / reach) if ahead >= 0 else 255


def _clamp(share: float) -> int:
    return max(0, min(255, round(255 * share)))


@lru_cache(maxsize=2)
def _order_of_burning(size: tuple[int, int]) -> Image.Image:
    """Dark burns first: from the upper right down, along an edge that no two letters would share."""
    down = Image.linear_gradient("L").resize(size)
    leftwards = Image.linear_gradient("L").rotate(-90).resize(size)
    slope = Image.blend(leftwards, down, 0.42)
    rough = Image.blend(_noise(size, 9), _noise(size, 30), 0.34)
    return ImageOps.autocontrast(Image.blend(slope, rough, 0.2))


def _noise(size: tuple[int, int], grains: int) -> Image.Image:
    dice = Random(_SEED + grains)  # nosec B311  # noqa: S311 (where paper burns first is no secret)
    rows = max(2, round(grains * size[1] / size[0]))
    small = Image.frombytes("L", (grains, rows), dice.randbytes(grains * rows))
    return ImageOps.autocontrast(small.resize(size, Image.Resampling.BICUBIC))


def _sparks(when: Image.Image) -> tuple[Spark, ...]:
    dice = Random(_SEED)  # nosec B311  # noqa: S311 (strewing sparks)
    found = []
    for _ in range(150):
        x, y = dice.random(), dice.random()
        pixel = when.getpixel((int(x * (when.width - 1)), int(y * (when.height - 1))))
        born = float(pixel) / 255 if isinstance(pixel, int | float) else 0.0
        found.append(
            Spark(
                x,
                y,
                born,
                dice.uniform(-0.25, 0.75),
                dice.uniform(0.4, 1.5),
                dice.uniform(1.6, 4.2),
                dice.random() < 0.36,
            )
        )
    return tuple(found)
