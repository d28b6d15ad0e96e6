"""The web door's colours, from the app's: python -m tools.door_palettes writes server/door/static/door/palettes.css."""

from dataclasses import replace
from pathlib import Path

from mobile.ui.theme.palettes import GOLD, GOLD_NIGHT, Palette, by_candle, palette_for
from shared.moods import Mood

SHEET = Path(__file__).resolve().parents[1] / "server/door/static/door/palettes.css"
ROLES = {
    "ink": "ink", "muted": "muted", "accent-text": "accent_text", "accent": "accent", "card": "card", "soft": "soft",
    "field": "field", "line": "line", "dashes": "dashes", "rim": "rim", "glow": "glow", "dot": "dot", "chip": "chip",
    "nav": "nav", "nav-muted": "nav_muted", "ring-smiling": "ring_smiling", "ring-colour": "ring_colour",
    "ring-grey": "ring_grey", "ring-down": "ring_down",
}  # fmt: skip


def sheet() -> str:
    """Day first; night where the browser prefers it. A page without a mood waits."""
    days = {mood.value: (palette_for(mood), palette_for(mood, dark=True)) for mood in Mood}
    candle = by_candle(palette_for(Mood.WAITING))
    days |= {"gold": (GOLD, GOLD_NIGHT), "candle": (candle, by_candle(replace(palette_for(Mood.WAITING, dark=True))))}
    by_day = "\n".join(_rule(mood, day) for mood, (day, _) in days.items())
    by_night = "\n".join(_rule(mood, night) for mood, (_, night) in days.items())
    return (
        "/* Written by tools/door_palettes.py from the app's palettes. */\n"
        f"{by_day}\n@media (prefers-color-scheme: dark) {{\n{by_night}\n}}\n"
    )


def _rule(mood: str, palette: Palette) -> str:
    said = "; ".join(f"--{name}: {getattr(palette, role)}" for name, role in ROLES.items())
    sky = ", ".join(palette.background)
    button = f"--button: linear-gradient({palette.button[1]}, {palette.button[2]}); --button-edge: {palette.button[0]}"
    return f".mood-{mood} {{ {said}; --sky: linear-gradient({sky}); --sky-end: {palette.background[-1]}; {button} }}"


if __name__ == "__main__":
    SHEET.write_text(sheet())
