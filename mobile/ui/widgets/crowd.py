"""The faces around today's habit, in an arc over the headline."""

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.metrics import Metrics, dp
from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.floatlayout import FloatLayout

from mobile.presenters.views import FaceView
from mobile.ui.theme.palettes import WAITING, Palette
from mobile.ui.widgets import arcs
from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.confetti import Confetti
from mobile.ui.widgets.face import Face, FaceName
from mobile.ui.widgets.headline import Headline
from shared.headlines import Headline as Words
from shared.moods import Expression

_PAUSE = 0.5
"""Seconds between two faces that turn."""
_SNUG = 0.76
_LARGE_TYPE = 1.12
"""From this magnification on, no words fit between the outer faces."""

_NAME = 18
"""dp a name takes at the usual size."""


class Crowd(FloatLayout):
    """Faces and headline together, since they share one space. Height follows from both."""

    palette: Palette = ObjectProperty(WAITING, rebind=False)
    snug = BooleanProperty(False)
    """Smaller faces and words, where there is little room."""

    def __init__(self, **kwargs: object) -> None:
        self._order = Clock.create_trigger(self._place, -1)
        super().__init__(size_hint=(1, None), **kwargs)
        self._faces: dict[str, Face] = {}
        self._names: dict[str, FaceName | Chip] = {}
        self._views: tuple[FaceView, ...] = ()
        self._rest = 0
        self._arc = arcs.arc_for(0, long_words=False)
        self.confetti = Confetti(size_hint=(None, None))
        self.headline = Headline()
        self.add_widget(self.confetti)
        self.add_widget(self.headline)
        for name in ("pos", "size"):
            self.fbind(name, self._order)
        self.headline.fbind("height", self._order)
        self.fbind("snug", self._order)
        self.fbind("snug", self.headline.setter("snug"))

    def show(self, faces: tuple[FaceView, ...], words: Words, *, slowly: bool) -> None:
        """Draw these faces left to right. With `slowly`, changed expressions turn one after another."""
        self.headline.show(words)
        shown = faces[: arcs.MOST - 1] if len(faces) > arcs.MOST else faces
        rest = len(faces) - len(shown)
        same_people = {face.person_id for face in shown} == self._faces.keys() and rest == self._rest
        self._rest = rest
        large_type = Metrics.fontscale > _LARGE_TYPE
        self._arc = arcs.arc_for(len(faces), long_words=self.headline.long or large_type)
        if same_people and slowly:
            # Whoever answers may come to stand elsewhere; not while one is looking at them.
            seated = list(self._faces)
            self._views = tuple(sorted(shown, key=lambda face: seated.index(face.person_id)))
            self._turn(self._views)
        else:
            self._views = shown
            self._seat(shown)
        self._order()

    def face_at(self, x: float, y: float) -> FaceView | None:
        """Whose face is under this point."""
        return next((face.view for face in self._faces.values() if face.collide_point(x, y)), None)

    def turn_one(self, view: FaceView) -> None:
        """Let one face turn now, whatever the others do."""
        face = self._faces.get(view.person_id)
        if face is not None:
            face.turn_to(view)
            self._names[view.person_id].tone = _name_tone(view)

    def celebrate(self, wanted: bool, *, slowly: bool) -> None:
        """Strew confetti, or sweep it up."""
        Animation.cancel_all(self.confetti, "shown")
        if slowly and wanted:
            Animation(shown=1, d=0.8).start(self.confetti)
        else:
            self.confetti.shown = 1 if wanted else 0

    def _turn(self, views: tuple[FaceView, ...]) -> None:
        order = 0
        for view in views:
            face = self._faces[view.person_id]
            changed = face.view.expression != view.expression
            face.turn_to(view, after=order * _PAUSE)
            order += changed
            self._names[view.person_id].tone = _name_tone(view)

    def _seat(self, views: tuple[FaceView, ...]) -> None:
        for widget in (*self._faces.values(), *self._names.values()):
            self.remove_widget(widget)
        self._faces, self._names = {}, {}
        for view in views:
            self._faces[view.person_id] = Face(view=view, palette=self.palette)
            self._names[view.person_id] = self._name(view.name, _name_tone(view))
        if self._rest:
            self._names["rest"] = Chip(text=f"+{self._rest}", tone="ink", palette=self.palette)
        for widget in (*self._faces.values(), *self._names.values()):
            widget.fbind("size", self._order)
            self.add_widget(widget)

    def _name(self, name: str, tone: str) -> FaceName | Chip:
        if self._arc.pill:
            return Chip(text=name, tone="ink", palette=self.palette)
        return FaceName(text=name, tone=tone, palette=self.palette)

    def _place(self, _dt: float) -> None:
        scale = self.width / dp(arcs.WIDTH)
        arc = arcs.smaller(self._arc, _SNUG) if self.snug else self._arc
        lowest, words_y = 0.0, dp(arc.words_y) + self._tall_names()
        for view, place in zip(self._views, arc.places, strict=False):
            face = self._faces[view.person_id]
            face.size = (dp(place.size), dp(place.size))
            face.ring_width = 3.5 if place.size > 55 else 3
            face.badge_side = -1 if place.x < arcs.WIDTH / 2 - 5 else 1
            face.center = (self.x + dp(place.x) * scale, self.top - dp(place.y))
            self._place_name(self._names[view.person_id], face, place)
            lowest = max(lowest, place.y + place.size / 2 + 26)
        if self._rest:
            last = arc.places[-1]
            self._names["rest"].center = (self.x + dp(last.x) * scale, self.top - dp(last.y))
        self.headline.most = min(dp(arc.words_width) * scale, self.width - dp(32))
        self.headline.size = (self.width, self.headline.height)
        self.headline.pos = (self.x, self.top - words_y - self.headline.height)
        self.confetti.pos, self.confetti.size = self.pos, self.size
        self.confetti.clear = self._taken()
        self.height = max(dp(lowest) + self._tall_names(), words_y + self.headline.height) + dp(4)

    def _tall_names(self) -> float:
        """Pixels by which names in large type reach farther down than usual."""
        names = () if self._arc.pill else self._names.values()
        return max((0.0, *(name.height - dp(_NAME) for name in names if isinstance(name, FaceName))))

    def _taken(self) -> list[tuple[float, float, float, float]]:
        """Boxes of faces, names and words, with a little air around them, seen from this widget's corner."""
        air = dp(9)
        boxes = [
            (w.x - self.x, w.y - self.y, w.x - self.x + w.width, w.y - self.y + w.height)
            for w in (*self._faces.values(), *self._names.values())
        ]
        # The lines themselves are placed a moment later; the headline's own box is known already.
        half, low = self.headline.broadest / 2, self.headline.y - self.y
        boxes.append((self.width / 2 - half, low, self.width / 2 + half, low + self.headline.height))
        return [(left - air, bottom - air, right + air, top + air) for left, bottom, right, top in boxes]

    def _place_name(self, name: FaceName | Chip, face: Face, place: arcs.Place) -> None:
        if self._arc.pill:
            name.center = (face.center_x, face.y + dp(2))
            return
        name.most = dp(max(52.0, place.size + 22))
        name.center_x, name.top = face.center_x, face.y - dp(6)


def _name_tone(view: FaceView) -> str:
    return "muted" if view.expression is Expression.GREY else "ink"
