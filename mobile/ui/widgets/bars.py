"""Seven bars, one for each weekday: how high says how often, and the number under it says the same."""

from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout

from mobile.presenters import habit_copy
from mobile.presenters.habit_state import Weekday
from mobile.ui.drawing import shapes
from mobile.ui.theme.palettes import kept_colour
from mobile.ui.widgets.painted import Painted
from mobile.ui.widgets.text import Text

_TALL = 84


class Bar(Painted):
    share = NumericProperty(0)
    """0..1."""
    paints = ("share",)

    def paint(self) -> None:
        width = min(dp(26), self.width - dp(8))
        left, radius = self.center_x - width / 2, dp(9)
        shapes.panel((left, self.y, width, self.height), radius, self.palette.field)
        if self.share > 0:
            tall = max(2 * radius, self.height * self.share)
            shapes.panel((left, self.y, width, tall), radius, kept_colour(self.palette))


class WeekBars(BoxLayout):
    def __init__(self, *, weekdays: tuple[Weekday, ...], **kwargs: object) -> None:
        super().__init__(size_hint=(1, None), **kwargs)
        self.bind(minimum_height=self.setter("height"))
        for one in weekdays:
            self.add_widget(self._column(one))

    @staticmethod
    def _column(one: Weekday) -> BoxLayout:
        column = BoxLayout(orientation="vertical", size_hint=(1, None), spacing=dp(5))
        column.bind(minimum_height=column.setter("height"))
        column.add_widget(Bar(share=one.share, size_hint=(1, None), height=dp(_TALL)))
        column.add_widget(Text(text=one.letter, style="tiny_strong", flow="wrap", halign="center"))
        kept = habit_copy.of_days(one.kept, one.due)
        column.add_widget(Text(text=kept, style="micro", tone="muted", flow="wrap", halign="center"))
        return column
