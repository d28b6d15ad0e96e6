"""The light inside a room on a day: what the weather outside does to every colour, and where the sun falls."""

from dataclasses import dataclass, replace

from .canvas import Canvas
from .color import RGB, mix
from .shapes import Point
from .weather import MIST, NIGHT, RAIN, Weather, weather_of


@dataclass(frozen=True)
class Light:
    """A day's light indoors: each colour moves `share` of the way to `tint`; the sun's beam has a strength 0..1."""

    weather: Weather
    tint: str
    share: float
    beam: str | RGB
    strength: float
    slant: float

    def by_the_lamp(self) -> "Light":
        """Return the light on things a lamp stands close to: at night they keep most of their colour."""
        return replace(self, tint="#6A3F2A", share=0.22) if self.lamp else self

    @property
    def lamp(self) -> bool:
        """Return whether one would switch a lamp on."""
        return self.weather.stars

    def on(self, colour: str | RGB, held_back: float = 0) -> RGB:
        """Return the colour as this light shows it; `held_back` (0..1) spares things near a lamp or in front."""
        return mix(colour, self.tint, self.share * (1 - held_back))


def light_of(day: int) -> Light:
    """Return a day's light. The beam wanders with the days, as the sun does with the hour."""
    weather, slant = weather_of(day), ((day * 5) % 13) / 12
    if weather is RAIN:
        return Light(weather, "#8F98A3", 0.62, "#DDE3E8", 0.10, slant)
    if weather is NIGHT:
        return Light(weather, "#1B1F48", 0.54, "#A9B2EE", 0.16, slant)
    if weather is MIST:
        return Light(weather, "#E4EDDF", 0.24, "#FFFBE6", 0.40, slant)
    return Light(weather, weather.glow, 0.17, mix(weather.glow, "#FFF6E0", 0.62), 0.62, slant)


def paper_in(light: Light) -> RGB:
    """Return the colour of drawing paper in this light; a lamp at night stands close to it."""
    return light.on("#FDFAF2", 0.62 if light.lamp else 0.35)


def paint_beam(canvas: Canvas, light: Light, corner: Point, pane: Point, lean: float) -> None:
    """Throw the light of a two by two window on a surface: four slanting panes from `corner`, each `pane` in size."""
    (x, y), (wide, high) = corner, pane
    panes = []
    for column in (0, 1):
        for row in (0, 1):
            left, top = x + column * wide * 1.09 + lean * row * 1.09, y + row * high * 1.09
            panes.append(
                ([(left, top), (left + wide, top), (left + wide + lean, top + high), (left + lean, top + high)],
                 light.strength * 0.62)
            )  # fmt: skip
    canvas.softs(panes, light.beam, 5)
