"""Every palette by name."""

from mobile.ui.theme.palettes import WAITING, Palette, by_candle, gold, palette_for
from shared.moods import Mood

PALETTES: dict[str, Palette] = {
    **{mood.value: palette_for(mood) for mood in Mood},
    "candle": by_candle(WAITING),
    "gold": gold(),
    **{f"{mood.value} night": palette_for(mood, dark=True) for mood in Mood},
    "gold night": gold(dark=True),
}
