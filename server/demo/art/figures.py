"""People: round-limbed, without a face to read, drawn from a pose and what they wear."""

import math
from dataclasses import dataclass
from itertools import pairwise

from .canvas import Canvas, disc
from .color import RGB, mix
from .poses import Pose
from .shapes import Point, capsule, oval, smooth


@dataclass(frozen=True)
class Outfit:
    """Colours of a person and their clothes; bare arms show skin below the elbow."""

    top: str | RGB = "#FF6B45"
    legs: str | RGB = "#2C3350"
    skin: str | RGB = "#F2B890"
    hair: str | RGB = "#7A3A22"
    shoe: str | RGB | None = "#FFFFFF"
    bare_arms: bool = False


class Figure:
    """One person on a canvas: feet at (x, y), `tall` units high."""

    def __init__(self, canvas: Canvas, x: float, y: float, tall: float, outfit: Outfit) -> None:
        self.canvas, self.x, self.y, self.tall, self.outfit = canvas, x, y, tall, outfit

    def draw(self, pose: Pose) -> None:
        """Draw the pose, far limbs first."""
        self._leg(pose, 0)
        self._arm(pose, 0) if not pose.front else None
        self._leg(pose, 1)
        self._neck(pose)
        if pose.front:
            self._head_from_the_front(pose)
            self._torso_from_the_front(pose)
            self._arm(pose, 0)
        else:
            self._torso_from_the_side(pose)
            self._head_from_the_side(pose)
        self._arm(pose, 1)

    def _at(self, spot: Point) -> Point:
        return self.x + spot[0] * self.tall, self.y - spot[1] * self.tall

    def _limb(self, spots: list[Point], widths: list[float], colour: str | RGB) -> None:
        for (start, end), (r0, r1) in zip(pairwise(spots), pairwise(widths), strict=True):
            shape = capsule(self._at(start), r0 * self.tall / 2, self._at(end), r1 * self.tall / 2)
            self.canvas.fill(shape, colour)

    def _leg(self, pose: Pose, side: int) -> None:
        knee, ankle = pose.legs[side]
        shade = 0.20 if side == 0 and not pose.front else 0
        shift = (0.047 if pose.front else 0.012) * (1 if side else -1)
        hip = (pose.hip[0] + shift, pose.hip[1])
        self._foot(pose, knee, ankle, shade)
        self._limb([hip, knee, ankle], [0.135, 0.098, 0.058], mix(self.outfit.legs, "#0c1020", shade))

    def _foot(self, pose: Pose, knee: Point, ankle: Point, shade: float) -> None:
        along = (ankle[0] - knee[0], ankle[1] - knee[1])
        length = math.hypot(*along)
        toe = (-along[1] / length, along[0] / length)
        if pose.front:
            toe = (
                (math.copysign(0.35, ankle[0]), -0.35)
                if length > 0.12 and abs(along[1]) > 0.1
                else (math.copysign(1, along[0]), 0)
            )
        colour = mix(self.outfit.shoe or self.outfit.skin, "#20263a", shade)
        heel = (ankle[0] - toe[0] * 0.012, ankle[1] - toe[1] * 0.012 - (0.008 if not pose.front else 0))
        self._limb([heel, (heel[0] + toe[0] * 0.07, heel[1] + toe[1] * 0.07)], [0.056, 0.042], colour)

    def _arm(self, pose: Pose, side: int) -> None:
        elbow, hand = pose.arms[side]
        shift = 0.088 if pose.front else 0.014
        start = (pose.shoulder[0] + shift * (1 if side else -1), pose.shoulder[1] - 0.025)
        shade = 0.22 if side == 0 and not pose.front else 0.05
        sleeve = mix(self.outfit.top, "#401028", shade)
        skin = mix(self.outfit.skin, "#703018", shade * 0.6)
        self._limb([elbow, hand], [0.056, 0.044], skin if self.outfit.bare_arms else sleeve)
        disc(self.canvas, *self._at(hand), 0.029 * self.tall, skin)
        if self.outfit.bare_arms:
            self._limb([start, elbow], [0.062, 0.056], skin)
            elbow = ((start[0] + elbow[0]) / 2, (start[1] + elbow[1]) / 2)
        self._limb([start, elbow], [0.080, 0.064], sleeve)

    def _neck(self, pose: Pose) -> None:
        throat = (pose.head[0] * 0.9 + pose.shoulder[0] * 0.1, pose.head[1] * 0.9 + pose.shoulder[1] * 0.1)
        self._limb([throat, pose.shoulder], [0.066, 0.074], mix(self.outfit.skin, "#7a3418", 0.22))

    def _torso_from_the_side(self, pose: Pose) -> None:
        hip, shoulder = pose.hip, pose.shoulder
        waist = ((hip[0] * 0.6 + shoulder[0] * 0.4), (hip[1] * 0.6 + shoulder[1] * 0.4))
        self._limb([hip, (waist[0], waist[1])], [0.138, 0.116], self.outfit.legs)
        low = (hip[0] * 0.9 + shoulder[0] * 0.1, hip[1] * 0.9 + shoulder[1] * 0.1)
        self._limb([low, waist, (shoulder[0], shoulder[1] - 0.03)], [0.134, 0.124, 0.148], self.outfit.top)

    def _torso_from_the_front(self, pose: Pose) -> None:
        (hx, hy), (sx, sy) = pose.hip, pose.shoulder
        lean = (sx - hx) * 0.5
        self._limb([(hx - 0.035, hy), (hx + 0.035, hy)], [0.14, 0.14], self.outfit.legs)
        outline = [
            (sx, sy + 0.022), (sx + 0.075, sy + 0.012), (sx + 0.122, sy - 0.035), (hx + lean + 0.083, hy + 0.13),
            (hx + 0.094, hy + 0.005), (hx, hy - 0.012), (hx - 0.094, hy + 0.005), (hx + lean - 0.083, hy + 0.13),
            (sx - 0.122, sy - 0.035), (sx - 0.075, sy + 0.012),
        ]  # fmt: skip
        self.canvas.fill([self._at(spot) for spot in smooth(outline)], self.outfit.top)

    def _head_from_the_side(self, pose: Pose) -> None:
        (x, y), r = self._at(pose.head), 0.064 * self.tall
        tip = math.atan2(pose.head[0] - pose.shoulder[0], pose.head[1] - pose.shoulder[1]) - 0.28

        def spot(dx: float, dy: float) -> Point:
            return x + r * (dx * math.cos(tip) - dy * math.sin(tip)), y + r * (dx * math.sin(tip) + dy * math.cos(tip))

        hair, skin = self.outfit.hair, self.outfit.skin
        tail = [(-0.8, -0.55), (-1.5, -0.75), (-2.1, -0.1), (-2.25, 0.8), (-1.75, 0.35), (-1.2, 0.1), (-0.7, 0.1)]
        self.canvas.fill([spot(*p) for p in smooth(tail)], mix(hair, "#100808", 0.15))
        face = [
            (0.55, -0.95),
            (0.93, -0.35),
            (1.2, 0.12),
            (0.97, 0.28),
            (0.86, 0.8),
            (0.3, 1.1),
            (-0.45, 0.8),
            (-0.8, 0),
            (-0.3, -0.9),
        ]
        self.canvas.fill([spot(*p) for p in smooth(face)], skin)
        crown = [(0.88, -0.62), (0.5, -1.16), (-0.25, -1.3), (-0.98, -0.85), (-1.16, 0), (-0.82, 0.72), (-0.42, 0.66),
                 (-0.22, 0.05), (0.12, -0.38)]  # fmt: skip
        self.canvas.fill([spot(*p) for p in smooth(crown)], hair)
        disc(self.canvas, *spot(-0.22, 0.2), r * 0.2, mix(skin, "#a04a28", 0.25))
        disc(self.canvas, *spot(-0.98, -0.45), r * 0.2, "#FFD27A")

    def _head_from_the_front(self, pose: Pose) -> None:
        """Draw the back of a head with its ponytail: whoever looks at the hills turns their back to us."""
        (x, y), r = self._at(pose.head), 0.064 * self.tall
        hair = self.outfit.hair
        disc(self.canvas, x, y, r * 1.0, self.outfit.skin, ry=r * 1.15)
        self.canvas.fill(oval(x, y - r * 0.12, r * 1.08, r * 1.16), hair)
        tail = [
            (x - r * 0.36, y - r * 0.3),
            (x + r * 0.36, y - r * 0.3),
            (x + r * 0.42, y + r * 1.1),
            (x, y + r * 1.9),
            (x - r * 0.42, y + r * 1.1),
        ]
        self.canvas.fill(smooth(tail), mix(hair, "#100808", 0.18))
        self.canvas.fill(oval(x, y - r * 0.3, r * 0.36, r * 0.14), "#FFD27A")
