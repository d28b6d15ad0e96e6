"""Circles of friends, and the page on which one is named and filled."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.circles_state import CircleDraft, CirclesState, CircleView
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.circles.desk import CirclesDesk
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import Notice, hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill, RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.face import Face
from mobile.ui.widgets.field import Field
from mobile.ui.widgets.friend_button import FriendButton
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood

_FACES = 6
"""As many as stand in a row."""


class CirclesScreen(ColumnScreen):
    def __init__(self, *, desk: CirclesDesk, state: CirclesState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WAITING, dark=dark), foot=SAFE_AREA.bottom + 18)
        self._desk = desk
        self.column.spacing = dp(14)
        self._edited: tuple[object, ...] = ()
        self.show(state)

    def show(self, state: CirclesState) -> None:
        """While a name is being written, its field stays."""
        edited = _edited(state)
        if edited and edited == self._edited:
            return
        self._edited = edited
        self.column.clear_widgets()
        for widget in self._edit(state, state.draft) if state.draft else self._list(state):
            self.column.add_widget(widget)
        dress(self.scroll, self.palette)

    def _list(self, state: CirclesState) -> list[Widget]:
        parts: list[Widget] = [_top(say(copy.CIRCLES_LINE), say(copy.CIRCLES), self._desk.close)]
        parts += [self._circle(circle, state.habit_title) for circle in state.circles]
        if not state.circles:
            parts.append(_quiet(say(copy.NO_CIRCLES)))
        new = PillButton(text=say(copy.NEW_CIRCLE), icon="add", key="new_circle", action=self._desk.start)
        return [*parts, Widget(), new]

    def _circle(self, circle: CircleView, habit: str) -> Widget:
        card = CardBox(padding=dp(16), spacing=dp(10), radius=30)
        hug_height(card)
        head = GrowingRow(least=44)
        head.add_widget(Text(text=circle.name, style="heading", flow="cut", halign="left", pos_hint=MIDDLE))
        more = RoundButton(icon="edit", key=f"circle_{circle.id}", flat=True, pos_hint=MIDDLE)
        more.action = lambda circle_id=circle.id: self._desk.edit(circle_id)
        head.add_widget(more)
        card.add_widget(head)
        if circle.faces:
            row = GrowingRow(least=44, spacing=dp(8))
            for face in circle.faces[:_FACES]:
                row.add_widget(Face(view=face, size=(dp(40), dp(40)), ring_width=2.2, pos_hint=MIDDLE))
            row.add_widget(Widget())
            card.add_widget(row)
        if habit:
            text = copy.shown_to(habit) if circle.shown else copy.show_to(habit)
            pill = QuietPill(text=text, icon="visibility", key=f"show_{circle.id}", chosen=circle.shown, size_hint_x=1)
            pill.action = lambda circle_id=circle.id: self._desk.show_habit(circle_id)
            card.add_widget(pill)
        return card

    def _edit(self, state: CirclesState, draft: CircleDraft) -> list[Widget]:
        title = draft.name if draft.id else say(copy.NEW_CIRCLE)
        field = Field(hint=say(copy.CIRCLE_HINT), key="circle_name", text=draft.name)
        field.writing.bind(text=lambda _writing, text: self._desk.name(text))
        parts: list[Widget] = [_top(say(copy.CIRCLES), title, self._desk.back, icon="arrow_back"), field]
        parts.append(self._friends(state, draft) if state.friends else _quiet(say(copy.NO_FRIENDS_YET)))
        if state.problem:
            parts.append(Notice(text=state.problem))
        parts += [Widget(), PillButton(text=say(copy.SAVE), icon="check", key="save_circle", action=self._desk.save)]
        if draft.id:
            away = QuietLink(
                text=say(copy.GIVE_UP_CIRCLE), icon="close", key="give_up_circle", action=self._desk.give_up
            )
            away.pos_hint = CENTRE
            parts.append(away)
        return parts

    def _friends(self, state: CirclesState, draft: CircleDraft) -> Widget:
        card = CardBox(padding=dp(14), spacing=dp(6), radius=30)
        hug_height(card)
        card.add_widget(Text(text=say(copy.WHO_IS_IN_IT), style="label", tone="muted", flow="wrap", halign="left"))
        grid = GridLayout(cols=4, size_hint=(1, None), spacing=dp(4))
        grid.bind(minimum_height=grid.setter("height"))
        for friend in state.friends:
            button = FriendButton(friend=friend, chosen=friend.person_id in draft.chosen)
            button.action = lambda person_id=friend.person_id: self._desk.person(person_id)
            grid.add_widget(button)
        card.add_widget(grid)
        return card


def _edited(state: CirclesState) -> tuple[object, ...]:
    """What the page of one circle is made of, but for the name that is being written."""
    return (state.draft.id, state.draft.chosen, state.friends, state.problem) if state.draft else ()


def _top(line: str, title: str, leave: object, icon: str = "close") -> BoxLayout:
    top = GrowingRow(least=56, spacing=dp(12))
    words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
    words.bind(minimum_height=words.setter("height"))
    words.add_widget(Text(text=line, style="small", tone="muted", flow="cut", halign="left"))
    words.add_widget(Text(text=title, style="heading", flow="cut", halign="left"))
    top.add_widget(words)
    top.add_widget(RoundButton(icon=icon, key=icon, action=leave, pos_hint=MIDDLE))
    return top


def _quiet(words: str) -> Widget:
    card = CardBox(padding=dp(18), radius=30)
    hug_height(card)
    card.add_widget(Text(text=words, style="small", flow="wrap", halign="left"))
    return card
