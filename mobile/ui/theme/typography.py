"""The scale of type: a face and a size in sp for every job, so that large text on the phone is large here too."""

from dataclasses import dataclass

from kivy.metrics import Metrics, dp

_LARGE, _LARGER = 17, 24
"""Sp from which words are large to begin with."""
_GROWS, _GROWS_LESS = 1.6, 1.3
"""How far those follow the reader's text size; all others follow it all the way."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    font: str
    size: float
    """In sp."""
    line_height: float = 1.0

    @property
    def pixels(self) -> float:
        """At the reader's text size. A headline at 130 % is still larger than small words at 200 %."""
        most = _GROWS_LESS if self.size >= _LARGER else _GROWS if self.size >= _LARGE else Metrics.fontscale
        return float(dp(self.size) * min(Metrics.fontscale, most))


STYLES = {
    "hero": TextStyle("Heavy", 43),
    "hero_long": TextStyle("Heavy", 31),
    "hero_longer": TextStyle("Heavy", 26),
    "hero_accent": TextStyle("Heavy", 25),
    "title": TextStyle("Heavy", 24),
    "overlay": TextStyle("Heavy", 17),
    "overlay_small": TextStyle("SemiBold", 12),
    "heading": TextStyle("Heavy", 20, 1.08),
    "field": TextStyle("SemiBold", 15),
    "accent_line": TextStyle("Bold", 17),
    "pledge": TextStyle("Heavy", 17.5, 1.12),
    "button": TextStyle("Heavy", 16),
    "button_small": TextStyle("Heavy", 14),
    "strong": TextStyle("Bold", 15),
    "label": TextStyle("Bold", 13),
    "body": TextStyle("Medium", 14.5, 1.08),
    "small": TextStyle("SemiBold", 13.5, 1.05),
    "caption": TextStyle("SemiBold", 12.5, 1.05),
    "chip": TextStyle("Bold", 12.5),
    "tiny": TextStyle("SemiBold", 11.5),
    "tiny_strong": TextStyle("Bold", 11.5),
    "hand_huge": TextStyle("Hand", 30, 0.92),
    "hand_large": TextStyle("Hand", 27, 0.92),
    "hand": TextStyle("Hand", 24, 0.92),
    "hand_small": TextStyle("Hand", 21, 0.92),
    "hand_tiny": TextStyle("Hand", 18, 0.92),
    "micro": TextStyle("SemiBold", 10.5),
}
