"""Words can be read on whatever they lie on, in every mood, by day and by night."""

import pytest

from mobile.ui.theme.color import at, contrast, mix
from mobile.ui.theme.darkroom import DARKROOM
from mobile.ui.theme.palettes import WAITING, Palette, by_candle, gold, kept_colour, palette_for
from shared.moods import Mood

READABLE, VISIBLE = 4.5, 3.0
WHITE = "#FFFFFF"
PALETTES = {
    **{f"{mood.value}-day": palette_for(mood) for mood in Mood},
    **{f"{mood.value}-night": palette_for(mood, dark=True) for mood in Mood},
    "candle": by_candle(WAITING),
    "darkroom": DARKROOM,
    "gold-day": gold(),
    "gold-night": gold(dark=True),
}
every_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


def _grounds(palette: Palette) -> list[str]:
    sky = [at(palette.background, step / 20) for step in range(21)]
    lit = mix(at(palette.background, 0.25), palette.glow, palette.glow_strength)
    return [*sky, lit, palette.card, palette.field, palette.soft]


@every_palette
@pytest.mark.parametrize("tone", ["ink", "muted", "accent_text"])
def test_words_are_readable_on_every_ground(palette: Palette, tone: str) -> None:
    worst = min(_grounds(palette), key=lambda ground: contrast(getattr(palette, tone), ground))
    assert contrast(getattr(palette, tone), worst) >= READABLE, worst


@every_palette
def test_a_buttons_label_is_readable_on_the_band_it_lies_on(palette: Palette) -> None:
    _edge, band, foot = palette.button
    assert min(contrast(WHITE, band), contrast(WHITE, foot)) >= READABLE


@every_palette
def test_chips_and_tabs_are_readable(palette: Palette) -> None:
    assert contrast(WHITE, palette.chip) >= READABLE
    assert contrast(palette.nav_muted, palette.nav) >= READABLE
    assert contrast(palette.accent_text, palette.nav) >= READABLE
    assert contrast(palette.nav_muted, palette.card) >= READABLE


@every_palette
def test_signs_are_visible_on_their_discs(palette: Palette) -> None:
    assert contrast(WHITE, palette.dot) >= VISIBLE
    assert contrast(WHITE, at(palette.camera, 0.5)) >= VISIBLE


@every_palette
@pytest.mark.parametrize("bright", [False, True])
def test_a_kept_days_number_is_readable_on_its_field(palette: Palette, bright: bool) -> None:
    assert contrast("#2A1A12", kept_colour(palette, bright=bright)) >= READABLE
