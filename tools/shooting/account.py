"""The account."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from kivy.uix.widget import Widget

from mobile.presenters import account_copy
from mobile.presenters.account_state import AccountState, ExportStep, SessionView
from mobile.ui.screens.account.screen import AccountDesk, AccountScreen
from tools.shooting.photos import SamplePhotos

_END = datetime(2026, 11, 30, 12, tzinfo=UTC)


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _screen(state: AccountState, *, dark: bool = False) -> Widget:
    return AccountScreen(desk=AccountDesk(*[_nothing] * 10), state=state, dark=dark)


def _state() -> AccountState:
    return AccountState(
        loading=False, can_save=True,
        sessions=(
            SessionView("a", "Kith on a phone", "Since 3 November · used today", current=True),
            SessionView("b", "Kith on Linux, the one in the kitchen", "Since Friday · used yesterday"),
        ),
    )  # fmt: skip


def account(_photos: SamplePhotos) -> Widget:
    return _screen(_state())


def account_leaving(_photos: SamplePhotos) -> Widget:
    state = replace(
        _state(), export=ExportStep.READY, export_line=account_copy.ready(48_300_000, _END),
        leaving=account_copy.leaving(_END), problem="You have asked three times today.",
    )  # fmt: skip
    return _screen(state, dark=True)


def account_loading(_photos: SamplePhotos) -> Widget:
    return _screen(AccountState())


def account_away(_photos: SamplePhotos) -> Widget:
    return _screen(AccountState(loading=False, away=True))


PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "account": account, "account_leaving": account_leaving, "account_loading": account_loading,
    "account_away": account_away,
}  # fmt: skip
