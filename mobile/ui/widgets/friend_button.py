"""A friend who may be chosen."""

from kivy.metrics import dp

from mobile.presenters.views import FaceView
from mobile.ui.drawing import shapes
from mobile.ui.widgets.face import Face, FaceName
from mobile.ui.widgets.pressable import Pressable


class FriendButton(Pressable):
    def __init__(self, *, friend: FaceView, chosen: bool, **kwargs: object) -> None:
        self._face = Face(view=friend, size=(dp(46), dp(46)), ring_width=2.4)
        self._name = FaceName(text=friend.name)
        self._chosen = chosen
        super().__init__(size_hint=(1, None), height=dp(86), key=f"ask_{friend.person_id}", **kwargs)
        self.add_widget(self._face)
        self.add_widget(self._name)
        self._name.fbind("size", self._repaint)

    def arrange(self) -> None:
        self._name.most = self.width - dp(4)
        self._face.center = (self.center_x, self.center_y + dp(11))
        self._name.center = (self.center_x, self.y + dp(12))

    def paint(self) -> None:
        if self._chosen or self.pressed:
            shapes.panel(self.box, dp(20), self.palette.soft, 1 if self._chosen else self.pressed)
