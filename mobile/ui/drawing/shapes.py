"""Smooth shapes on the canvas that is open now. Positions and sizes in pixels, y up, as Kivy counts."""

import math

from kivy.graphics import BorderImage, Color, Mesh, Rectangle, SmoothLine
from kivy.graphics.texture import Texture
from kivy.metrics import dp

from mobile.ui.drawing import panels, shadows, textures
from mobile.ui.theme.color import rgba
from shared.languages import language

Box = tuple[float, float, float, float]
"""Left, bottom, width, height."""
_TUCKED = 4
"""dp by which a shadow is smaller than what throws it."""


def panel(box: Box, radius: float, colour: str, alpha: float = 1.0) -> None:
    """Nine quads of one small mask. Kivy's smooth rectangle is a fan of a hundred thin triangles."""
    radius = max(0.0, min(radius, box[2] / 2, box[3] / 2))
    mask = panels.corners(math.ceil(radius))
    edge = (mask.width / 2,) * 4
    Color(*rgba(colour, alpha))
    BorderImage(texture=mask, pos=box[:2], size=box[2:], border=edge, display_border=(radius,) * 4)


def outline(box: Box, radius: float, colour: str, width: float, alpha: float = 1.0) -> None:
    """A rounded frame; `width` in dp."""
    Color(*rgba(colour, alpha))
    SmoothLine(rounded_rectangle=(*box, min(radius, box[3] / 2)), width=dp(width) / 2)


def shadow(box: Box, radius: float, colour: str, alpha: float, *, blur: float, drop: float) -> None:
    """A soft shadow around a rounded box that nothing shines through; `blur` and `drop` in dp.

    Baked once for its form, stretched in the middle, and left out where the box hides it: Kivy's BoxShadow compiles a
    shader of its own for each shadow, and reckons every pixel of every frame anew.
    """
    width, height = max(1.0, box[2] - 2 * dp(_TUCKED)), max(1.0, box[3] - 2 * dp(_TUCKED))
    cast = shadows.cast(width, height, min(radius, height / 2), dp(blur))
    place = (box[0] + dp(_TUCKED), box[1] + dp(_TUCKED) - dp(drop), width, height)
    # The box's corners are round: what lies within them is seen.
    inset = 0.3 * min(radius, box[3] / 2) + 1
    hidden = (box[0] + inset, box[1] + inset, box[0] + box[2] - inset, box[1] + box[3] - inset)
    vertices, indices = shadows.ring(cast, place, hidden)
    Color(*rgba(colour, min(1.0, alpha)))
    Mesh(vertices=vertices, indices=indices, mode="triangles", texture=cast.texture)


def disc(centre: tuple[float, float], radius: float, colour: str, alpha: float = 1.0) -> None:
    Color(*rgba(colour, alpha))
    mask = panels.corners(max(1, math.ceil(radius)))
    Rectangle(texture=mask, pos=(centre[0] - radius, centre[1] - radius), size=(radius * 2, radius * 2))


def curve(points: list[tuple[float, float]], colour: str, width: float, alpha: float = 1.0) -> None:
    """A line through these points; `width` in dp."""
    Color(*rgba(colour, alpha))
    flat = [part for point in points for part in point]
    SmoothLine(points=flat, width=dp(width) / 2, joint="round", cap="round")


def under(points: list[tuple[float, float]], foot: float, colour: str, alpha: float) -> None:
    """What lies under a curve, whole at its highest and fading to nothing at `foot`."""
    Color(*rgba(colour, alpha))
    tall = max(1.0, max(y for _, y in points) - foot)
    vertices: list[float] = []
    for x, y in points:
        vertices += (x, y, 0.5, (y - foot) / tall, x, foot, 0.5, 0.0)
    Mesh(vertices=vertices, indices=list(range(2 * len(points))), mode="triangle_strip", texture=textures.fade())


def ring(centre: tuple[float, float], radius: float, colour: str, width: float, alpha: float = 1.0) -> None:
    """A circle's line; `width` in dp."""
    Color(*rgba(colour, alpha))
    SmoothLine(circle=(*centre, radius, 0, 360, 96), width=dp(width) / 2, close=True)


def glow(centre: tuple[float, float], radius: float, colour: str, alpha: float) -> None:
    Color(*rgba(colour, alpha))
    Rectangle(texture=textures.glow(), pos=(centre[0] - radius, centre[1] - radius), size=(radius * 2, radius * 2))


def star(centre: tuple[float, float], side: float, colour: str, alpha: float = 1.0) -> None:
    """Four points and a breath of light around them."""
    glow(centre, side * 0.9, colour, 0.45 * alpha)
    Color(*rgba(colour, alpha))
    Rectangle(texture=textures.star(), pos=(centre[0] - side / 2, centre[1] - side / 2), size=(side, side))


def image(texture: Texture, box: Box, alpha: float = 1.0, tint: tuple[float, float, float] = (1, 1, 1)) -> None:
    """The right way round, also where the window stands in a mirror."""
    Color(*tint, alpha)
    drawn = Rectangle(texture=texture, pos=(round(box[0]), round(box[1])), size=(round(box[2]), round(box[3])))
    if language().right_to_left:
        corners = texture.tex_coords
        drawn.tex_coords = (*corners[2:4], *corners[0:2], *corners[6:8], *corners[4:6])


def pill(box: Box, radius: float, stops: tuple[str, ...], alpha: float = 1.0) -> None:
    """A gradient with round ends, made to measure."""
    size = (max(2, round(box[2])), max(2, round(box[3])))
    image(panels.pill(size, radius, stops), box, alpha)


def dashes(box: Box, radius: float, colour: str) -> None:
    """A dashed frame."""
    size = (max(8, round(box[2])), max(8, round(box[3])))
    Color(*rgba(colour))
    texture = panels.dashed_frame(size, radius, dp(1.5), (dp(6.5), dp(6)))
    Rectangle(texture=texture, pos=(round(box[0]), round(box[1])), size=size)
