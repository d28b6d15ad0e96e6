"""Weathers: the palettes a day can have. Stops run from the top down, ridges and trees from far to near."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weather:
    """One day's light: colours of the sky and the land, and where the sun stands (share of the width and height)."""

    sky: tuple[str, ...]
    glow: str
    ridges: tuple[str, str, str, str]
    meadow: tuple[str, str]
    path: tuple[str, str]
    haze: str
    trees: tuple[str, str]
    cloud: str
    sun: str | None = "#FFF8E2"
    sun_at: tuple[float, float] = (0.66, 0.25)
    rain: bool = False
    stars: bool = False
    flowers: bool = True


RAIN = Weather(
    ("#8D99A6", "#A4AFBA", "#BCC5CC", "#D0D6DA", "#DDE1E3"), "#E8EBEC",
    ("#BAC3CB", "#9FABB5", "#828F9B", "#65747F"), ("#87938A", "#4D5A57"), ("#CFCCC6", "#8B8985"),
    "#D6DBDE", ("#5F716D", "#3C4A49"), "#DDE2E5", sun=None, rain=True, flowers=False,
)  # fmt: skip
MIST = Weather(
    ("#8FBDBB", "#AFD1CB", "#CFE4D9", "#E9F1E0", "#F8F5DF"), "#FFF4C4",
    ("#C2DBD1", "#9AC1B6", "#6FA295", "#478073"), ("#A2C083", "#3F7055"), ("#F3E8CB", "#B19F80"),
    "#EDF4E4", ("#3E7868", "#1F4E48"), "#FFFFFF", sun="#FFFFF2", sun_at=(0.60, 0.31),
)  # fmt: skip
CLEAR = Weather(
    ("#2F86D8", "#62A9E8", "#98CBF2", "#CBE7F8", "#F1F6EA"), "#FFF6CF",
    ("#A7CCE4", "#7BB0C6", "#55958F", "#357566"), ("#A9CC68", "#3F8450"), ("#F8E7C2", "#C2A276"),
    "#E4F2F4", ("#2F7E5C", "#17503F"), "#FFFFFF", sun="#FFFFFA", sun_at=(0.34, 0.20),
)  # fmt: skip
GOLD = Weather(
    ("#5A79BD", "#A1A3CE", "#F0B29F", "#FFCF93", "#FFEBC0"), "#FFB45A",
    ("#E3AAA2", "#B98099", "#7E6693", "#4B4C7D"), ("#93A668", "#2C5645"), ("#FFE4B6", "#B78A70"),
    "#FFD7A2", ("#3E6653", "#1B3935"), "#FFE9CC", sun_at=(0.67, 0.27),
)  # fmt: skip
ROSE = Weather(
    ("#5F63AE", "#A883BF", "#EC96B0", "#FFBFAE", "#FFE0C8"), "#FF8F8F",
    ("#DB9BB1", "#A878A5", "#705D98", "#434379"), ("#80906F", "#2D4C4B"), ("#FFD5BF", "#A37878"),
    "#FFC4B8", ("#3C5A5D", "#1B363F"), "#FFD9DA", sun="#FFF3E6", sun_at=(0.35, 0.28),
)  # fmt: skip
AUTUMN = Weather(
    ("#5F9AC4", "#9CC0D5", "#D8D9D0", "#F8DFB4", "#FFE6B2"), "#FFC56B",
    ("#DAB89E", "#C28F70", "#9A6751", "#69443F"), ("#D6A850", "#7F4F30"), ("#F8E0B8", "#AB7A57"),
    "#FBE0B6", ("#CB6A30", "#74331F"), "#FFF6E4", sun="#FFFBEA", sun_at=(0.38, 0.24),
)  # fmt: skip
NIGHT = Weather(
    ("#0F1638", "#1D2758", "#363E7C", "#625A97", "#A283AB"), "#9A90D8",
    ("#6D689F", "#4C4E84", "#333A6B", "#20284D"), ("#35485F", "#131C2E"), ("#B4A7BC", "#4B4C6C"),
    "#8177A8", ("#223552", "#0F1929"), "#7F78B4", sun="#FFF4D6", sun_at=(0.66, 0.18), stars=True, flowers=False,
)  # fmt: skip
DAWN = Weather(
    ("#3D6E9E", "#6FA3BE", "#B5CFC4", "#F4DDB8", "#FFC9A4"), "#FFD08A",
    ("#B7B9C6", "#8AA0B4", "#5B7F99", "#35607C"), ("#8FB58A", "#2A5D5C"), ("#FBE3C4", "#A68F7E"),
    "#FFE0C0", ("#2F6B6B", "#15424A"), "#FFF0DE", sun="#FFF8E8", sun_at=(0.62, 0.32),
)  # fmt: skip

_TURN = (MIST, CLEAR, GOLD, DAWN, ROSE, AUTUMN, NIGHT)


def weather_of(day: int) -> Weather:
    """Return a day's weather: rain on day 1, then all the others each week, every week starting elsewhere."""
    if day == 1:
        return RAIN
    week, place = divmod(day - 2, len(_TURN))
    return _TURN[(place + 3 * week) % len(_TURN)]
