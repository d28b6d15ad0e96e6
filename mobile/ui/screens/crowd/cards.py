"""The cards of the crowd screen."""

from kivy.metrics import dp

from mobile.presenters import beside_copy, copy, scan_copy
from mobile.presenters.people_state import CrowdState, OfferView
from mobile.presenters.views import FaceView
from mobile.ui.screens.crowd.desk import CrowdDesk
from mobile.ui.screens.crowd.rows import Row
from mobile.ui.theme import sizes
from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.envelope import Envelope
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.qr import QrCode
from mobile.ui.widgets.text import Text
from shared.languages import say


class OfferCard(CardBox):
    """A friend would like me to look. Three honest answers."""

    def __init__(self, *, offer: OfferView, desk: CrowdDesk) -> None:
        super().__init__(padding=dp(18), spacing=dp(10), radius=30)
        hug_height(self)
        top = GrowingRow(least=64, spacing=dp(14))
        top.add_widget(Face(view=offer.owner, size=(dp(54), dp(54)), ring_width=3, pos_hint=MIDDLE))
        top.add_widget(Text(text=offer.habit_title, style="heading", flow="cut", halign="left", pos_hint=MIDDLE))
        self.add_widget(top)
        self.add_widget(Text(text=offer.text, style="strong", flow="wrap", halign="left"))
        self.add_widget(Text(text=offer.detail, style="small", tone="muted", flow="wrap", halign="left"))
        habit = offer.habit_id
        self.add_widget(PillButton(text=say("I'm in"), key=f"accept_{habit}", action=lambda: desk.accept(habit)))
        ways = GrowingRow(least=44, spacing=dp(8))
        cheer = QuietPill(text=say("I'd rather just cheer"), key=f"cheer_{habit}", action=lambda: desk.cheer(habit))
        cheer.size_hint_x = 1
        ways.add_widget(cheer)
        ways.add_widget(QuietLink(text=say("No"), key=f"decline_{habit}", action=lambda: desk.decline(habit)))
        self.add_widget(ways)


class KeepCard(CardBox):
    """A friend whose days I see asks me to keep a letter. I am told what it does before I agree."""

    def __init__(self, *, offer: OfferView, desk: CrowdDesk) -> None:
        super().__init__(padding=dp(18), spacing=dp(10), radius=30)
        hug_height(self)
        top = GrowingRow(least=56, spacing=dp(14))
        top.add_widget(Envelope(pos_hint=MIDDLE))
        top.add_widget(Text(text=offer.text, style="strong", flow="wrap", halign="left", pos_hint=MIDDLE))
        self.add_widget(top)
        self.add_widget(Text(text=offer.detail, style="small", tone="muted", flow="wrap", halign="left"))
        habit = offer.habit_id
        ways = GrowingRow(least=sizes.BUTTON, spacing=dp(10))
        ways.add_widget(PillButton(text=say("I'll keep it"), key=f"keep_{habit}", action=lambda: desk.keep(habit)))
        no = QuietPill(
            text=say("Not now"), key=f"keep_not_{habit}", action=lambda: desk.not_now(habit), pos_hint=MIDDLE
        )
        no.size_hint_x = 0.5
        ways.add_widget(no)
        self.add_widget(ways)


class ArrivalCard(CardBox):
    """Somebody came in with my link. Until I answer, they are not my friend."""

    def __init__(self, *, who: FaceView, desk: CrowdDesk) -> None:
        super().__init__(padding=dp(18), spacing=dp(10), radius=30)
        hug_height(self)
        top = GrowingRow(least=64, spacing=dp(14))
        top.add_widget(Face(view=who, size=(dp(54), dp(54)), ring_width=3, pos_hint=MIDDLE))
        top.add_widget(Text(text=who.name, style="heading", flow="cut", halign="left", pos_hint=MIDDLE))
        self.add_widget(top)
        self.add_widget(Text(text=copy.arrived(who.name), style="strong", flow="wrap", halign="left"))
        self.add_widget(Text(text=say(copy.ARRIVED_DETAIL), style="small", tone="muted", flow="wrap", halign="left"))
        person = who.person_id
        ways = GrowingRow(least=sizes.BUTTON, spacing=dp(10))
        ways.add_widget(PillButton(text=say("Yes"), key=f"is_them_{person}", action=lambda: desk.is_them(person)))
        no = QuietPill(
            text=say("No"), key=f"is_not_{person}", action=lambda: desk.is_somebody_else(person), pos_hint=MIDDLE
        )
        no.size_hint_x = 0.5
        ways.add_widget(no)
        self.add_widget(ways)


class InviteCard(CardBox):
    """A link for one friend; or a friend's link, opened here."""

    def __init__(self, *, state: CrowdState, desk: CrowdDesk) -> None:
        super().__init__(padding=dp(18), spacing=dp(10), radius=30)
        hug_height(self)
        if state.guest_url:
            self._link(state.guest_url, desk, say(copy.GUEST_LINK), say(copy.GUEST_WEEK))
            self._half(state, desk)
        elif state.invite_url:
            self._link(state.invite_url, desk, say(copy.INVITE_LINK), say(copy.INVITE_WEEK))
        else:
            self._invite(state, desk)
        if state.problem:
            self.add_widget(Text(text=state.problem, style="small", tone="accent_text", flow="wrap", halign="center"))

    def _link(self, url: str, desk: CrowdDesk, title: str, week: str) -> None:
        self.add_widget(Text(text=title, style="strong", flow="wrap", halign="center"))
        self.add_widget(QrCode(text=url, pos_hint=CENTRE))
        self.add_widget(Text(text=say(copy.POINT_CAMERA), style="small", tone="muted", flow="wrap", halign="center"))
        self.add_widget(Text(text=url, style="small", tone="accent_text", flow="cut", halign="center"))
        self.add_widget(
            PillButton(text=say("Copy the link"), icon="link", key="copy_link", action=lambda: desk.copy_link(url))
        )
        self.add_widget(Text(text=week, style="caption", tone="muted", flow="wrap", halign="center"))

    def _half(self, state: CrowdState, desk: CrowdDesk) -> None:
        if state.can_share:
            half = QuietPill(
                text=say(beside_copy.SHARE_HALF), icon="ios_share", key="share_half", action=desk.share_half
            )
            half.size_hint_x, half.disabled = 1, state.busy
            self.add_widget(half)
        if state.shared:
            self.add_widget(Text(text=state.shared, style="caption", tone="muted", flow="wrap", halign="center"))

    def _invite(self, state: CrowdState, desk: CrowdDesk) -> None:
        self.add_widget(Text(text=say("One friend is enough."), style="heading", flow="wrap", halign="center"))
        label = say("Making a link …") if state.busy else say("Invite a friend")
        # Whoever waits for a friend's word brings nobody else in yet.
        if not state.waiting or state.friends:
            self.add_widget(
                PillButton(text=label, icon="person_add", key="invite", action=desk.invite, disabled=state.busy)
            )
        if state.habit_id:
            shown = QuietPill(text=say(copy.SHOW_A_GUEST), icon="link", key="show_guest", action=desk.show_guest)
            shown.size_hint_x = 1
            self.add_widget(shown)
        self.add_widget(
            QuietPill(text=say(scan_copy.TITLE), icon="qr_code_2", key="scan", action=desk.scan, size_hint_x=1)
        )
        if state.inviter:
            name = state.inviter.name
            self.add_widget(Row(face=state.inviter, line=say("{name} sent you this link.", name=name)))
        if state.told:
            self.add_widget(Text(text=state.told, style="small", flow="wrap", halign="center"))
        row = GrowingRow(least=52, spacing=dp(8))
        # What was opened stays in sight, and joining needs it.
        field = Field(hint=say("A friend's link"), icon="link", key="link_field", text=state.link)
        row.add_widget(field)
        verb, act = (say("Join"), desk.accept_link) if state.inviter else (say("Open"), desk.open_link)
        row.add_widget(SmallPill(text=verb, key="open_link", pos_hint=MIDDLE, action=lambda: act(field.writing.text)))
        self.add_widget(row)
