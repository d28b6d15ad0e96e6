"""The morning run: the same bend of the trail every day, and the one who comes running up it."""

from dataclasses import replace

from .canvas import Canvas
from .figures import Figure, Outfit
from .land import paint_grass, paint_meadow, paint_pines, paint_rain, paint_ridges
from .poses import BENT, CHEER, JUMP, RUN, STAND, STRIDE, WALK, Pose
from .shapes import oval
from .sky import paint_sky
from .weather import Weather, weather_of

GROUND, TALL, PLACE = 1092, 545, 545
_WET = Outfit(top="#8490A2", legs="#474E5C", skin="#E0AE90", hair="#6A3524", shoe="#E4E6E8")
_TOPS = ("#FF6B45", "#FF6B45", "#3F7BDB", "#FF6B45", "#F5A524", "#E8507A")
_EARLY = {2: WALK, 3: STAND, 4: WALK, 5: STRIDE, 6: WALK}
_LATER = (RUN, STRIDE, RUN, STRIDE, CHEER)


def draw_morning_run(canvas: Canvas, day: int) -> None:
    """Draw day 1 bent over in the rain, then days that grow lighter."""
    weather = weather_of(day)
    paint_sky(canvas, weather, day, (0, 0, 1080, 800))
    paint_ridges(canvas, weather)
    paint_meadow(canvas, weather)
    paint_pines(canvas, weather)
    _paint_runner(canvas, weather, day)
    paint_grass(canvas, weather)
    if weather.rain:
        paint_rain(canvas, day)


def pose_of(day: int) -> Pose:
    """Return how the runner moves: tired at first, walking for a week, then running; a jump every seventh day."""
    if day == 1:
        return BENT
    if day % 7 == 0:
        return JUMP
    return _EARLY.get(day) or _LATER[day % len(_LATER)]


def _paint_runner(canvas: Canvas, weather: Weather, day: int) -> None:
    pose = pose_of(day)
    outfit = _WET if day == 1 else Outfit(top=_TOPS[day % len(_TOPS)], bare_arms=not weather.stars)
    if weather.stars:
        outfit = replace(outfit, skin="#D59C80", legs="#222846")
    spread = TALL * (0.30 - pose.lift)
    canvas.soft(oval(PLACE + 8, GROUND + 6, spread, 20), "#141420", 0.5, 13)
    sheet = Canvas(canvas.scale, (250, 430, 860, 1180), sheet=outfit.top)
    Figure(sheet, PLACE, GROUND - 4, TALL, outfit).draw(pose)
    side = 4.5 if weather.sun_at[0] > 0.5 else -4.5
    canvas.stamp(sheet, rim=(weather.sun, 0.5, side) if weather.sun else None)
