"""A photo, cover-cropped into a rounded picture; two of them make a duet."""

from kivy.clock import Clock
from kivy.graphics.texture import Texture
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, OptionProperty

from mobile.ui.drawing import shapes
from mobile.ui.photos.loader import LOADER
from mobile.ui.photos.spec import Grade, PhotoSpec
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Icon


class Photo(Painted):
    """Paths that are empty, or a file that cannot be read, show a quiet field with an hourglass or a picture frame."""

    paths = ListProperty()
    """One path, or two for a duet; an empty path is a photo still on its way."""
    radius = NumericProperty(22)
    top_scrim = NumericProperty(0)
    bottom_scrim = NumericProperty(0)
    grade = OptionProperty(Grade.TRUE, options=list(Grade))
    focus = ListProperty([0.5, 0.6])
    lifted = BooleanProperty(False)
    """Throws a shadow."""
    texture: Texture | None = ObjectProperty(None, allownone=True)
    settled = BooleanProperty(False)
    """Its picture is here, or cannot be drawn."""
    paints = ("texture", "lifted")

    def __init__(self, **kwargs: object) -> None:
        self._wanted: PhotoSpec | None = None
        self._order = Clock.create_trigger(self._load, -1)
        super().__init__(**kwargs)
        self._sign = Icon(name="hourglass_bottom", tone="muted", side=24, palette=self.palette)
        self.add_widget(self._sign)
        for name in ("size", "paths", "radius", "top_scrim", "bottom_scrim", "grade", "focus"):
            self.fbind(name, self._order)

    def arrange(self) -> None:
        self._sign.center = self.center
        self._sign.opacity = 0 if self.texture else 0.7

    def _load(self, _dt: float) -> None:
        if self.width < 2 or self.height < 2 or not self.paths or not all(self.paths):
            self._wanted, self.texture = None, None
            return
        spec = self._spec()
        if spec != self._wanted:
            self._wanted, self.settled = spec, False
            LOADER.load(spec, lambda texture: self._take(spec, texture))

    def _take(self, spec: PhotoSpec, texture: Texture | None) -> None:
        # A later wish may have overtaken this answer.
        if spec == self._wanted:
            self.texture, self.settled = texture, True
            self._sign.name = "image" if texture is None else "hourglass_bottom"

    def _spec(self) -> PhotoSpec:
        return PhotoSpec(
            paths=tuple(self.paths), size=(round(self.width), round(self.height)), radius=round(dp(self.radius)),
            top_scrim=self.top_scrim, bottom_scrim=self.bottom_scrim, grade=Grade(self.grade),
            focus=(self.focus[0], self.focus[1]), divider=max(2, round(dp(1.5))),
        )  # fmt: skip

    def paint(self) -> None:
        if self.lifted:
            strength = 0.34 * self.palette.shadow_strength
            shapes.shadow(self.box, dp(self.radius), self.palette.shadow, strength, blur=36, drop=14)
        if self.texture is None:
            shapes.panel(self.box, dp(self.radius), self.palette.soft)
        else:
            shapes.image(self.texture, self.box)
