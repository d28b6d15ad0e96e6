"""Colours: read, mixed, and run into gradients."""

from collections.abc import Sequence

from PIL import Image, ImageColor

RGB = tuple[int, int, int]
STEPS = 256  # finer than any 8-bit gradient can show


def rgb(colour: str | RGB) -> RGB:
    """Return a colour as three numbers, whether it came as "#rrggbb" or already so."""
    return ImageColor.getrgb(colour)[:3] if isinstance(colour, str) else colour


def mix(first: str | RGB, second: str | RGB, share: float) -> RGB:
    """Return the colour `share` of the way (0..1, clamped) from the first to the second."""
    t = min(1.0, max(0.0, share))
    a, b = rgb(first), rgb(second)
    return (round(a[0] + (b[0] - a[0]) * t), round(a[1] + (b[1] - a[1]) * t), round(a[2] + (b[2] - a[2]) * t))


def along(stops: Sequence[str | RGB], share: float) -> RGB:
    """Return the colour at `share` (0..1) along evenly spaced stops."""
    spot = min(1.0, max(0.0, share)) * (len(stops) - 1)
    left = min(int(spot), len(stops) - 2)
    return mix(stops[left], stops[left + 1], spot - left)


def column(stops: Sequence[str | RGB], size: tuple[int, int], *, across: bool = False) -> Image.Image:
    """Return a gradient of `size` pixels, top to bottom (or left to right), one thin line made wide."""
    thin = Image.new("RGB", (STEPS, 1) if across else (1, STEPS))
    thin.putdata([along(stops, step / (STEPS - 1)) for step in range(STEPS)])
    line = thin.resize((size[0], 1) if across else (1, size[1]), Image.Resampling.BILINEAR)
    return line.resize(size, Image.Resampling.NEAREST)
