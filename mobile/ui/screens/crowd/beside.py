"""The crowd's cards about beside: an offer to start, and what stands beside the habit chosen."""

from kivy.metrics import dp

from mobile.presenters import beside_copy
from mobile.presenters.beside_state import BesideOffer, BesideState
from mobile.ui.screens.crowd.desk import BesideDesk
from mobile.ui.screens.crowd.rows import Row
from mobile.ui.screens.quiet_card import SettingRow
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.layers import MIDDLE, GrowingRow
from mobile.ui.widgets.text import Text
from shared.languages import say


class BesideOfferCard(CardBox):
    """What I came in for: one tap makes it my promise, too."""

    def __init__(self, *, offer: BesideOffer, desk: BesideDesk) -> None:
        super().__init__(padding=dp(18), spacing=dp(10), radius=30)
        hug_height(self)
        top = GrowingRow(least=64, spacing=dp(14))
        top.add_widget(Face(view=offer.day.person, size=(dp(54), dp(54)), ring_width=3, pos_hint=MIDDLE))
        top.add_widget(Text(text=offer.text, style="heading", flow="wrap", halign="left", pos_hint=MIDDLE))
        self.add_widget(top)
        self.add_widget(Text(text=offer.detail, style="small", tone="muted", flow="wrap", halign="left"))
        start = PillButton(text=say(beside_copy.START), icon="group_add", key=f"start_{offer.day.habit_id}")
        start.action = lambda: desk.start(offer.day)
        self.add_widget(start)


class BesideCard(CardBox):
    """What its days stand beside, which friends are kept there, and whether friends may start beside it."""

    def __init__(self, *, state: BesideState, desk: BesideDesk) -> None:
        super().__init__(padding=(dp(10), dp(12)), spacing=dp(2), radius=30)
        hug_height(self)
        title = Text(text=beside_copy.beside(state.title), style="label", tone="muted", flow="cut", halign="left")
        head = GrowingRow(least=20, padding=(dp(6), 0))
        head.add_widget(title)
        self.add_widget(head)
        stands = say(beside_copy.BUSY) if state.busy else f"{state.name[:1].upper()}{state.name[1:]}"
        self.add_widget(
            SettingRow(icon="history", text=say(beside_copy.STANDS), value=stands, key="beside", action=desk.choose)
        )
        for model in state.models:
            end = RoundButton(icon="close", key=f"end_{model.habit_id}", flat=True)
            end.action = lambda habit=model.habit_id: desk.end(habit)
            row = Row(face=model.person, line=f"{model.title} · {beside_copy.day_of(model.number)}", way=end)
            row.padding = (dp(6), 0, 0, 0)
            self.add_widget(row)
        if state.may_allow:
            value = say(beside_copy.ALLOWED) if state.allowed else say(beside_copy.NOT_ALLOWED)
            allow = SettingRow(icon="group_add", text=say(beside_copy.ALLOW), value=value, key="allow_beside",
                               action=lambda: desk.allow(not state.allowed))  # fmt: skip
            self.add_widget(allow)
