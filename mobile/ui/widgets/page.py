"""What pages that stand behind no tab are made of: their top, a card with its title, words in it."""

from collections.abc import Callable

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from mobile.ui.widgets.bands import hug_height
from mobile.ui.widgets.buttons import RoundButton
from mobile.ui.widgets.cardbox import CardBox
from mobile.ui.widgets.layers import CENTRE, MIDDLE, GrowingRow
from mobile.ui.widgets.text import Icon, Text


def page_top(line: str, title: str, back: Callable[[], object]) -> Widget:
    top = GrowingRow(least=56, spacing=dp(12))
    top.add_widget(RoundButton(icon="arrow_back", key="back", action=back, pos_hint=MIDDLE))
    words = BoxLayout(orientation="vertical", size_hint=(1, None), pos_hint=MIDDLE)
    words.bind(minimum_height=words.setter("height"))
    words.add_widget(Text(text=line, style="small", tone="muted", flow="wrap", halign="left"))
    words.add_widget(Text(text=title, style="heading", flow="wrap", halign="left"))
    top.add_widget(words)
    return top


def titled_card(title: str) -> CardBox:
    card = CardBox(padding=dp(18), spacing=dp(8), radius=30)
    hug_height(card)
    card.add_widget(Text(text=title, style="strong", flow="wrap", halign="left"))
    return card


def words_of(text: str, tone: str = "ink") -> Text:
    return Text(text=text, style="small", tone=tone, flow="wrap", halign="left")


def quiet_card(words: str, sign: str) -> Widget:
    card = CardBox(padding=dp(24), spacing=dp(12), radius=30)
    hug_height(card)
    card.add_widget(Icon(name=sign, side=30, tone="muted", pos_hint=CENTRE))
    card.add_widget(Text(text=words, style="small", tone="muted", flow="wrap", halign="center"))
    return card
