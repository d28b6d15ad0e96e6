"""A photo of which a part moves: a clip plays as a slow flip-book, alone or as the left half of a duet."""

from kivy.clock import Clock
from kivy.properties import ListProperty

from mobile.presenters.views import PhotoView
from mobile.ui.widgets.photo import Photo

TURN = 0.42
"""Seconds a page stands."""


class Clip(Photo):
    """`pages` are the paths of the moving half; what it stands beside stays where it is."""

    pages = ListProperty()

    def __init__(self, **kwargs: object) -> None:
        self._at = 0
        super().__init__(**kwargs)
        self._turning = Clock.schedule_interval(self._turn, TURN)

    def _turn(self, _dt: float) -> bool:
        """The next page once this one is drawn; nothing turns where nobody can see it any more."""
        if self.get_root_window() is None:
            return False
        if self.texture is not None and self.pages:
            self._at = (self._at + 1) % len(self.pages)
            self.paths = [self.pages[self._at], *self.paths[1:]]
        return True


def photo_of(left: PhotoView, right: PhotoView | None = None, **looks: object) -> Photo:
    """One photo, or a duet of two; what moves plays. A path of None is a photo on its way."""
    paths = [view.path or "" for view in (left, right) if view is not None]
    if left.frames:
        return Clip(paths=paths, pages=list(left.frames), **looks)
    return Photo(paths=paths, **looks)
