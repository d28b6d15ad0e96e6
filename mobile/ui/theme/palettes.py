"""One palette per mood, by day and by night. Screens name roles ("ink", "accent_text"), never colours."""

from dataclasses import dataclass, replace

from mobile.ui.theme.color import mix
from shared.moods import Mood


@dataclass(frozen=True, slots=True)
class Palette:
    dark: bool
    background: tuple[str, ...]
    """Top to bottom."""
    glow: str
    glow_strength: float
    ink: str
    muted: str
    accent_text: str
    accent: str
    card: str
    soft: str
    """A tinted disc or panel that lies on the card."""
    field: str
    """Chips and inputs on the card."""
    line: str
    """Hairlines and empty rings."""
    dashes: str
    rim: str
    """Between a face and its ring."""
    ring_smiling: str
    ring_colour: str
    ring_grey: str
    ring_down: str
    button: tuple[str, str, str]
    """A short bright edge, then the band the label lies on, then the foot."""
    camera: tuple[str, str]
    dot: str
    chip: str
    """Behind white words on a photo."""
    nav: str
    nav_muted: str
    shadow: str
    shadow_strength: float
    distance: tuple[float, float, float]
    """What grey portraits are multiplied by, so that they sink into this weather."""


_EMBER = ("#FB8A3A", "#D8400A", "#CB3311")
_EMBER_CAMERA = ("#FF8B2C", "#EC3F1E")

WAITING = Palette(
    dark=False, background=("#EBE5DE", "#F2EEE9", "#FAF8F5"), glow="#FFFFFF", glow_strength=0.85,
    ink="#26211D", muted="#6B6259", accent_text="#B8320D", accent="#FF5236", card="#FFFFFF", soft="#FFEBDD",
    field="#F6F2EE", line="#D3CBC2", dashes="#F0AE84", rim="#FFFFFF", ring_smiling="#FF8A3D", ring_colour="#F0B98A",
    ring_grey="#CFC7BF", ring_down="#6F93C4", button=_EMBER, camera=_EMBER_CAMERA, dot="#F06A2A", chip="#CF3D14",
    nav="#FFFFFF", nav_muted="#736A63", shadow="#3A2A1E", shadow_strength=1.0, distance=(1.0, 1.0, 1.0),
)  # fmt: skip
WARM = replace(
    WAITING, background=("#FFCE9E", "#FFE3C6", "#FFF5EA"), glow="#FFB065", glow_strength=0.6, ink="#2A1A12",
    muted="#70492F", accent_text="#A22908", soft="#FFE6D2", field="#FFF4EA", line="#E8CDB6", dashes="#F2AE7E",
    ring_grey="#D9CFC6", nav_muted="#7A6657", shadow="#5A2C10", distance=(1.0, 0.985, 0.965),
)  # fmt: skip
BACK = replace(
    WAITING, background=("#A8C1EA", "#CFCBE8", "#F7D3CF", "#FFE0C4", "#FFF3E6"), glow="#FFE3C2", glow_strength=0.55,
    ink="#2A2238", muted="#544459", accent_text="#90270B", accent="#F2603C", soft="#FFE8DC", field="#FBF1EE",
    line="#D9C6D2", dashes="#EFA988", ring_grey="#CFC9D6", nav_muted="#716677", shadow="#4A2F46",
    distance=(0.985, 0.98, 1.0),
)  # fmt: skip
COLD = replace(
    WAITING, background=("#BFD1E9", "#DBE7F5", "#F3F7FC"), glow="#F4F9FF", glow_strength=0.75, ink="#172235",
    muted="#465672", accent_text="#2A5599", accent="#3868B4", soft="#E2ECF9", field="#EEF3FA", line="#A9BCD6",
    dashes="#B0C3DD", ring_colour="#9DB6D8", ring_grey="#B9C8DC", button=("#6497E2", "#3B6EBA", "#2B589F"),
    camera=("#6298E4", "#2C5BA6"), dot="#4F83CC", chip="#2F5EA8", nav_muted="#5F6E85", shadow="#1B335C",
    distance=(0.95, 0.98, 1.0),
)  # fmt: skip
QUIET = replace(
    WAITING, background=("#DAD6E8", "#E9E5F0", "#F8F6FA"), glow="#FFFFFF", glow_strength=0.7, ink="#262238",
    muted="#5F587A", accent_text="#58489E", accent="#7462C0", soft="#ECE8F7", field="#F4F1F9", line="#CBC5DC",
    dashes="#BEB4DD", ring_colour="#C3B6E6", ring_grey="#CCC6DA", button=("#8B7BD4", "#6655B2", "#544498"),
    camera=("#9283DA", "#5B4AA8"), dot="#7766BE", chip="#5D4DA6", nav_muted="#6C6684", shadow="#2B2350",
    distance=(0.97, 0.965, 1.0),
)  # fmt: skip

WARM_NIGHT = Palette(
    dark=True, background=("#4A2A18", "#2B1B14", "#16100D"), glow="#E07A35", glow_strength=0.28, ink="#FFF0E2",
    muted="#D6BBA9", accent_text="#FFA577", accent="#FF5B37", card="#2C201A", soft="#4A2E20", field="#3A2B23",
    line="#5A473C", dashes="#8A5B3C", rim="#2A1C15", ring_smiling="#FF8A3D", ring_colour="#A9734A",
    ring_grey="#54463D", ring_down="#5B7BA8", button=_EMBER, camera=_EMBER_CAMERA, dot="#F06A2A", chip="#CF3D14",
    nav="#211813", nav_muted="#B09B8D", shadow="#000000", shadow_strength=1.7, distance=(0.62, 0.58, 0.55),
)  # fmt: skip
WAITING_NIGHT = replace(
    WARM_NIGHT, background=("#332C27", "#231E1B", "#151210"), glow="#8A7666", glow_strength=0.28, ink="#F8F0E8",
    muted="#BFB0A4", card="#2A2420", field="#38312C", nav="#1F1A17", nav_muted="#A99B90", rim="#241E1A",
)  # fmt: skip
BACK_NIGHT = replace(
    WARM_NIGHT, background=("#2C3355", "#3A2A4A", "#4A2A30", "#1C1214"), glow="#E08A55", glow_strength=0.22,
    ink="#FFF1EC", muted="#D8C3CF", card="#2B202A", field="#3A2C37", soft="#4A2E30", line="#5E4A58", rim="#2A2036",
    nav="#1E1519", nav_muted="#B09AA6", accent_text="#FFAE85",
)  # fmt: skip
COLD_NIGHT = replace(
    WARM_NIGHT, background=("#20304F", "#182338", "#0F1522"), glow="#6E97D6", glow_strength=0.24, ink="#EAF1FC",
    muted="#AEBDD6", accent_text="#96BDF7", accent="#5B8FDA", card="#1D2840", soft="#263757", field="#28354F",
    line="#445674", dashes="#4E668C", rim="#1A2438", ring_colour="#5F7BA8", ring_grey="#45536B",
    button=COLD.button, camera=COLD.camera, dot="#4F83CC", chip="#2F5EA8", nav="#151D2E", nav_muted="#94A5C0",
    distance=(0.55, 0.6, 0.7),
)  # fmt: skip
QUIET_NIGHT = replace(
    WARM_NIGHT, background=("#2E2A42", "#221F30", "#15131C"), glow="#8A7CC8", glow_strength=0.24, ink="#F2EFFC",
    muted="#BDB5D4", accent_text="#BCAEF5", accent="#8F7EDC", card="#272338", soft="#352F4E", field="#342F48",
    line="#4E4768", dashes="#5F5682", rim="#231F33", ring_colour="#7A6CA8", ring_grey="#4B455F",
    button=QUIET.button, camera=QUIET.camera, dot="#7766BE", chip="#5D4DA6", nav="#1B1826", nav_muted="#A39BBE",
    distance=(0.6, 0.58, 0.68),
)  # fmt: skip

GOLD = replace(
    WARM, background=("#F2A93B", "#FFCB6B", "#FFE9BE", "#FFF7E6"), glow="#FFF6D8", glow_strength=0.9, ink="#3A2408",
    muted="#5E3F0C", accent_text="#6A3900", accent="#E08A12", soft="#FFEFCF", field="#FFF8E8", line="#E6CD9C",
    dashes="#E3B866", ring_smiling="#F6B93F", ring_colour="#F6B93F", button=("#BE6A06", "#A35804", "#8C4A03"),
    shadow="#7A4A00",
)  # fmt: skip
GOLD_NIGHT = replace(
    WARM_NIGHT, background=("#6A430B", "#452B08", "#261806", "#150E05"), glow="#FFC65A", glow_strength=0.2,
    ink="#FFF3DA", muted="#E6CBA0", accent_text="#FFC56B", accent="#F0A83A", card="#2E210F", soft="#4A3512",
    field="#3B2B13", line="#6B5328", dashes="#8A6A2E", rim="#2C1F0C", ring_smiling="#F6B93F", ring_colour="#F6B93F",
    button=GOLD.button,
)  # fmt: skip

_BY_DAY = {Mood.WAITING: WAITING, Mood.WARM: WARM, Mood.BACK: BACK, Mood.COLD: COLD, Mood.QUIET: QUIET}
_BY_NIGHT = {
    Mood.WAITING: WAITING_NIGHT, Mood.WARM: WARM_NIGHT, Mood.BACK: BACK_NIGHT, Mood.COLD: COLD_NIGHT,
    Mood.QUIET: QUIET_NIGHT,
}  # fmt: skip


def palette_for(mood: Mood, *, dark: bool = False) -> Palette:
    return (_BY_NIGHT if dark else _BY_DAY)[mood]


def gold(*, dark: bool = False) -> Palette:
    """Where a gold letter is written and opened."""
    return GOLD_NIGHT if dark else GOLD


def by_candle(palette: Palette) -> Palette:
    """The rounds and the feed: paper in warm light, whatever the weather of one's own day."""
    if palette.dark:
        return WARM_NIGHT
    return replace(WAITING, background=("#FFE7D0", "#FBEFE3", "#FAF7F3"), glow="#FFD2A6", glow_strength=0.55)


def kept_colour(palette: Palette, *, bright: bool = False) -> str:
    """What kept days are filled with, where dark numbers stand on them; `bright`: kept without a photo."""
    return mix(mix(palette.dot, palette.camera[0], 0.6), "#FFFFFF", 0.46 if bright else 0.14)
