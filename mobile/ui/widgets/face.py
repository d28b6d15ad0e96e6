"""One face. It shows only what that person did: grey, in colour, smiling, looking down."""

from kivy.animation import Animation
from kivy.metrics import dp
from kivy.properties import NumericProperty, ObjectProperty, StringProperty

from mobile.presenters.views import FaceView
from mobile.ui.assets import ASSETS
from mobile.ui.drawing import answers, shapes, textures
from mobile.ui.theme import motion
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.text import Text
from shared.moods import Expression

_HALO = {Expression.SMILING: 0.55, Expression.COLOUR: 0.28, Expression.DOWN: 0.3, Expression.GREY: 0.0}
_RING = {
    Expression.SMILING: "ring_smiling", Expression.COLOUR: "ring_colour", Expression.GREY: "ring_grey",
    Expression.DOWN: "ring_down",
}  # fmt: skip
_AVATARS = {f"a{number}" for number in range(12)}


def portrait(avatar: str, expression: Expression) -> str:
    """Path of a drawn portrait; an avatar this version does not carry is drawn as the first."""
    return str(ASSETS / "avatars" / f"{avatar if avatar in _AVATARS else 'a0'}_{expression.value}.png")


class Face(Painted):
    """A portrait in a ring, its answer in a badge. The widget's box is the portrait's square."""

    view: FaceView = ObjectProperty(rebind=False)
    before: Expression | None = ObjectProperty(None, allownone=True)
    turned = NumericProperty(1)
    """0: still the former expression; 1: wholly the present one."""
    swell = NumericProperty(1)
    badge_side = NumericProperty(1)
    """On which side the badge hangs: 1 right, -1 left."""
    ring_width = NumericProperty(3)
    rim_tone = StringProperty("rim")
    paints = ("view", "turned", "swell", "badge_side", "ring_width", "rim_tone")

    def __init__(self, **kwargs: object) -> None:
        self._picture: Photo | None = None
        super().__init__(size_hint=(None, None), **kwargs)

    def arrange(self) -> None:
        """A friend who answered with a picture looks out of it; it fades in as the face turns."""
        path = self.view.picture if self.view is not None else None
        if path is None:
            if self._picture is not None:
                self.remove_widget(self._picture)
                self._picture = None
            return
        if self._picture is None:
            self._picture = Photo(palette=self.palette)
            self.add_widget(self._picture)
        side = self.width * self.swell
        self._picture.paths, self._picture.radius = [path], side / 2 / dp(1)
        self._picture.size, self._picture.center = (side, side), self.center
        self._picture.opacity = self.turned

    def turn_to(self, view: FaceView, *, after: float = 0.0) -> None:
        """Show the new view; a changed expression turns slowly enough to be seen, `after` seconds from now."""
        if view.expression == self.view.expression and view.badge == self.view.badge:
            self.view = view
            return
        self.before, self.turned, self.view = self.view.expression, 0, view
        pause = Animation(d=after)
        (pause + Animation(turned=1, d=motion.TURN, t="in_out_sine")).start(self)
        (
            pause
            + Animation(swell=1.12, d=motion.SWELL, t="out_quad")
            + Animation(swell=1, d=motion.SETTLE, t="out_back")
        ).start(self)

    def paint(self) -> None:
        if self.view is None:
            return
        if self.before is not None and self.turned < 1:
            self._portrait(self.before, 1)
        self._portrait(self.view.expression, self.turned)
        if self.view.badge and self.view.picture is None:
            self._badge(self.view.badge)

    def _portrait(self, expression: Expression, alpha: float) -> None:
        side = self.width * self.swell
        ring = getattr(self.palette, _RING[expression])
        if _HALO[expression]:
            lower = (self.center_x, self.center_y - side * 0.04)
            shapes.glow(lower, side * 0.86, ring, _HALO[expression] * alpha)
        shapes.disc(self.center, side / 2 + dp(self.ring_width), ring, alpha)
        shapes.disc(self.center, side / 2 + dp(1.4), getattr(self.palette, self.rim_tone), alpha)
        box = (self.center_x - side / 2, self.center_y - side / 2, side, side)
        tint = self.palette.distance if expression is Expression.GREY else (1, 1, 1)
        shapes.image(textures.picture(portrait(self.view.avatar, expression), round(self.width)), box, alpha, tint)

    def _badge(self, answer: str) -> None:
        diameter = dp(25 if self.width > dp(54) else 22)
        centre = (self.center_x + self.badge_side * self.width * 0.40, self.center_y - self.width * 0.36)
        box = (centre[0] - diameter / 2, centre[1] - diameter / 2, diameter, diameter)
        strength = 0.22 * self.palette.shadow_strength * self.turned
        shapes.shadow(box, diameter / 2, self.palette.shadow, strength, blur=8, drop=2)
        shapes.disc(centre, diameter / 2, self.palette.rim, self.turned)
        side = diameter * 0.72
        picture = answers.texture(answer, round(side))
        shapes.image(picture, (centre[0] - side / 2, centre[1] - side / 2, side, side), self.turned)


class FaceName(Text):
    """The name under a face."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"style": "tiny", "halign": "center", "squeeze": 0.87, **kwargs})
