"""Colours as hex strings, and what can be computed from them."""

Rgba = tuple[float, float, float, float]


def rgba(colour: str, alpha: float = 1.0) -> Rgba:
    """Red, green, blue and alpha, each 0..1, of "#RRGGBB"."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255, alpha


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` (0..1) of the way from the first to the second."""
    pairs = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def at(stops: tuple[str, ...], place: float) -> str:
    """The colour of an even gradient at `place`, 0 (top) to 1 (bottom)."""
    position = place * (len(stops) - 1)
    index = min(int(position), len(stops) - 2)
    return mix(stops[index], stops[index + 1], position - index)


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio, 1..21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgba(colour)[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
