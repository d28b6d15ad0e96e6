"""The crowd: seats friends offer me, who looks at my habit, my friends, and the way to invite one."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.presenters import beside_copy, copy
from mobile.presenters.beside_state import BesideState
from mobile.presenters.people_state import CrowdState
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.crowd.beside import BesideCard, BesideOfferCard
from mobile.ui.screens.crowd.cards import ArrivalCard, InviteCard, KeepCard, OfferCard
from mobile.ui.screens.crowd.desk import CrowdDesk
from mobile.ui.screens.crowd.rows import Row
from mobile.ui.theme import sizes
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import OfflineRibbon, hug_height
from mobile.ui.widgets.buttons import QuietPill, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.header import Header
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text
from shared.languages import message, say
from shared.moods import Mood, Role

NOTHING_BESIDE = BesideState()
_ROLE = {Role.WITNESS: message("Witness"), Role.GALLERY: message("Gallery")}
_LOOKS_AS = {Role.WITNESS: message("witness"), Role.GALLERY: message("gallery")}


class CrowdScreen(ColumnScreen):
    def __init__(
        self, *, desk: CrowdDesk, state: CrowdState, title: str, dark: bool, beside: BesideState = NOTHING_BESIDE
    ) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=sizes.TAB_BAR + 30)
        self._desk, self._title = desk, title
        self._state, self._beside = state, beside
        self.column.spacing = dp(14)
        self.show(state)

    def show_beside(self, beside: BesideState) -> None:
        if beside != self._beside:
            self._beside = beside
            self.show(self._state)

    def show(self, state: CrowdState) -> None:
        self._state = state
        self.column.clear_widgets()
        self.column.add_widget(Header(line=say("Who looks, and whom you look at"), title=say("Crowd")))
        for section in self._sections(state):
            self.column.add_widget(section)
        self.column.add_widget(Widget())
        dress(self.scroll, self.palette)

    def _sections(self, state: CrowdState) -> list[Widget]:
        sections: list[Widget] = [OfflineRibbon()] if state.offline else []
        sections += [_quiet_card(state.waiting)] if state.waiting else []
        sections += [ArrivalCard(who=who, desk=self._desk) for who in state.arrivals]
        sections += [OfferCard(offer=offer, desk=self._desk) for offer in state.offers]
        sections += [KeepCard(offer=offer, desk=self._desk) for offer in state.keepings]
        sections += [BesideOfferCard(offer=offer, desk=self._desk.beside) for offer in self._beside.offers]
        sections.append(InviteCard(state=state, desk=self._desk))
        sections += self._seats(state)
        if self._beside.habit_id:
            sections.append(BesideCard(state=self._beside, desk=self._desk.beside))
        sections += self._friends(state)
        sections += self._watching(state)
        return sections

    def _seats(self, state: CrowdState) -> list[Widget]:
        if not state.seats:
            return []
        card = _list_card(say("Around {title}", title=self._title) if self._title else say("Around your habit"))
        for seat in state.seats:
            line = say("{role} · asked", role=say(_ROLE[seat.role])) if seat.waiting else say(_ROLE[seat.role])
            card.add_widget(Row(face=seat.person, line=line))
        letters = QuietPill(text=say("Letters"), icon="mail", key="letters", action=self._desk.letters, size_hint_x=1)
        card.add_widget(letters)
        return [card]

    def _friends(self, state: CrowdState) -> list[Widget]:
        if not state.friends:
            return []
        card = _list_card(say("Friends"))
        for friend in state.friends:
            way = RoundButton(icon="more_horiz", key=f"friend_{friend.person_id}", flat=True)
            way.action = lambda person_id=friend.person_id: self._desk.person(person_id)
            card.add_widget(Row(face=friend, line="", way=way))
        circles = QuietPill(
            text=say(copy.CIRCLES), icon="groups", key="circles", action=self._desk.circles, size_hint_x=1
        )
        card.add_widget(circles)
        return [card]

    def _watching(self, state: CrowdState) -> list[Widget]:
        if not state.watching and not state.quiet:
            return []
        card = _list_card(say("You look at"))
        for seat in state.watching:
            way = RoundButton(icon="more_horiz", key=f"seat_{seat.habit_id}", flat=True)
            way.action = lambda habit_id=seat.habit_id: self._desk.seat(habit_id)
            card.add_widget(Row(face=seat.owner, line=f"{seat.habit_title} · {say(_LOOKS_AS[seat.role])}", way=way))
        for friend in state.quiet:
            way = RoundButton(icon="more_horiz", key=f"quiet_{friend.person_id}", flat=True)
            way.action = lambda person_id=friend.person_id: self._desk.quiet(person_id)
            card.add_widget(Row(face=friend, line=say(beside_copy.NOT_SHARING), way=way))
        return [card]


def _quiet_card(words: str) -> BoxLayout:
    card = CardBox(padding=dp(18), radius=30)
    hug_height(card)
    card.add_widget(Text(text=words, style="small", flow="wrap", halign="left"))
    return card


def _list_card(title: str) -> BoxLayout:
    card = CardBox(padding=(dp(16), dp(12)), spacing=dp(2), radius=30)
    hug_height(card)
    card.add_widget(Text(text=title, style="label", tone="muted", flow="cut", halign="left"))
    return card
