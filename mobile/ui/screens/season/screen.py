"""A season's end: the film of its days, one question, and who is asked for the next thirty."""

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.gridlayout import GridLayout
from kivy.uix.widget import Widget

from mobile.presenters import copy
from mobile.presenters.season_state import SeasonState, SeasonStep
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.screens.column import ColumnScreen
from mobile.ui.screens.season.desk import SeasonDesk
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.bands import Notice, hug_height
from mobile.ui.widgets.buttons import PillButton, QuietLink, QuietPill, RoundButton, SmallPill
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.friend_button import FriendButton
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow, Layers
from mobile.ui.widgets.medal import Medal
from mobile.ui.widgets.painted import dress
from mobile.ui.widgets.photo import Photo
from mobile.ui.widgets.text import Text
from shared.languages import say
from shared.moods import Mood

_FILM = 330
"""dp."""


class SeasonScreen(ColumnScreen):
    def __init__(self, *, desk: SeasonDesk, state: SeasonState, dark: bool) -> None:
        super().__init__(palette=palette_for(Mood.WARM, dark=dark), foot=SAFE_AREA.bottom + 18)
        self._desk = desk
        self.column.spacing = dp(14)
        self.show(state)

    def show(self, state: SeasonState) -> None:
        self.column.clear_widgets()
        pages = {SeasonStep.ASK: self._ask, SeasonStep.PICK: self._pick, SeasonStep.DONE: self._done}
        page = pages.get(state.step)
        for widget in page(state) if page else []:
            self.column.add_widget(widget)
        dress(self.scroll, self.palette)

    # The question
    def _ask(self, state: SeasonState) -> list[Widget]:
        desk = self._desk
        ways = [PillButton(text=say(copy.ONCE_MORE), icon="check", key="once_more", action=desk.once_more)]
        if state.can_be_lighter:
            ways.append(_second(say(copy.LIGHTER), "spa", "lighter", desk.lighter))
        ways.append(_second(say(copy.DONE), "bedtime", "done", desk.done))
        return [self._top(state.title, say(copy.THIRTY_DAYS), self._desk.close), self._film(state), Widget(), *ways]

    def _film(self, state: SeasonState) -> Widget:
        card = CardBox(padding=dp(14), spacing=dp(12), radius=34)
        hug_height(card)
        if state.cover is not None and state.cover.path:
            place = Layers(size_hint=(1, None), height=dp(_FILM))
            place.add_widget(Photo(paths=[state.cover.path], radius=24))
            if len(state.film) > 1:
                play = SmallPill(text=say(copy.PLAY_FILM), icon="play_arrow", key="play", action=self._desk.play)
                play.pos_hint = {"center_x": 0.5, "y": 0.06}
                place.add_widget(play)
            card.add_widget(place)
        else:
            card.add_widget(Medal(icon="star", bright=True, pos_hint=CENTRE))
        card.add_widget(Text(text=state.kept, style="strong", flow="wrap", halign="center"))
        card.add_widget(Text(text=say(copy.ONLY_YOU_SEE), style="small", tone="muted", flow="wrap", halign="center"))
        return card

    # Who looks, and when
    def _pick(self, state: SeasonState) -> list[Widget]:
        parts: list[Widget] = [self._top(state.title, say(copy.NEXT_THIRTY), self._desk.back, icon="arrow_back")]
        if state.rhythms:
            parts.append(self._rhythms(state))
        parts.append(self._seats(state) if state.seats or state.circles else _quiet(say(copy.NOBODY_LOOKS)))
        parts.append(self._gentle(state))
        if state.problem:
            parts.append(Notice(text=state.problem))
        return [*parts, Widget(), PillButton(text=say(copy.BEGIN), icon="check", key="begin", action=self._desk.begin)]

    def _rhythms(self, state: SeasonState) -> Widget:
        row = GrowingRow(least=44, spacing=dp(8))
        for rhythm in state.rhythms:
            pill = QuietPill(text=rhythm.label, key=f"rhythm_{rhythm.key}", chosen=rhythm.chosen, size_hint_x=1)
            pill.action = lambda key=rhythm.key: self._desk.rhythm(key)
            row.add_widget(pill)
        return row

    def _seats(self, state: SeasonState) -> Widget:
        card = CardBox(padding=dp(14), spacing=dp(6), radius=30)
        hug_height(card)
        card.add_widget(Text(text=say(copy.WHO_LOOKS), style="label", tone="muted", flow="wrap", halign="left"))
        grid = GridLayout(cols=4, size_hint=(1, None), spacing=dp(4))
        grid.bind(minimum_height=grid.setter("height"))
        for seat in state.seats:
            button = FriendButton(friend=seat.person, chosen=seat.chosen)
            button.action = lambda person_id=seat.person.person_id: self._desk.person(person_id)
            grid.add_widget(button)
        card.add_widget(grid)
        for circle in state.circles:
            pill = QuietPill(
                text=circle.name, icon="groups", key=f"keep_{circle.id}", chosen=circle.chosen, size_hint_x=1
            )
            pill.action = lambda circle_id=circle.id: self._desk.person(circle_id)
            card.add_widget(pill)
        card.add_widget(Text(text=say(copy.ASKED_ANEW), style="small", tone="muted", flow="wrap", halign="left"))
        return card

    def _gentle(self, state: SeasonState) -> Widget:
        row = GrowingRow(least=44, spacing=dp(8))
        for gentle, text, key in ((True, say(copy.GENTLE), "gentle"), (False, say(copy.IN_EARNEST), "in_earnest")):
            pill = QuietPill(text=text, key=key, chosen=state.gentle is gentle, size_hint_x=1)
            pill.action = lambda gentle=gentle: self._desk.gentle(gentle)
            row.add_widget(pill)
        return row

    # Done
    def _done(self, state: SeasonState) -> list[Widget]:
        desk = self._desk
        card = CardBox(padding=dp(24), spacing=dp(10), radius=34)
        hug_height(card)
        card.add_widget(Medal(icon="star", bright=True, pos_hint=CENTRE))
        card.add_widget(Text(text=state.kept, style="heading", flow="wrap", halign="center"))
        card.add_widget(Text(text=say(copy.DONE_DETAIL), style="small", tone="muted", flow="wrap", halign="center"))
        ways: list[Widget] = [
            PillButton(text=say(copy.KEEP_ALONE), icon="self_improvement", key="keep_alone", action=desk.keep_alone),
            _second(say(copy.PUT_AWAY), "check", "put_away", desk.put_away),
        ]
        problem = [Notice(text=state.problem)] if state.problem else []
        top = self._top(state.title, say(copy.WELL_DONE), desk.back, icon="arrow_back")
        return [top, card, *problem, Widget(), *ways]

    @staticmethod
    def _top(line: str, title: str, leave: object, icon: str = "close") -> BoxLayout:
        top = GrowingRow(least=56, spacing=dp(12))
        words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
        words.bind(minimum_height=words.setter("height"))
        words.add_widget(Text(text=line, style="small", tone="muted", flow="cut", halign="left"))
        words.add_widget(Text(text=title, style="heading", flow="cut", halign="left"))
        top.add_widget(words)
        top.add_widget(RoundButton(icon=icon, key=icon, action=leave, pos_hint=MIDDLE))
        return top


def _second(text: str, icon: str, key: str, action: object) -> Widget:
    way = QuietLink(text=text, icon=icon, key=key, action=action)
    way.pos_hint = CENTRE
    return way


def _quiet(words: str) -> Widget:
    card = CardBox(padding=dp(18), radius=30)
    hug_height(card)
    card.add_widget(Text(text=words, style="small", flow="wrap", halign="left"))
    return card
