"""The second key: setting it up, codes on paper, turning it off. All of it is asked of the server."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mobile.api.account import Account, Spoken
from mobile.api.answers import Body
from mobile.presenters import copy, second_key_copy
from mobile.presenters.account_talk import Meaning, later, meaning, sign_out_here
from mobile.presenters.base import Phone, Presenter
from shared.languages import say

_NONE_YET = 404
_NAME = "kith-codes-on-paper"
_ALREADY = 409


class KeyStep(StrEnum):
    LOOKING = "looking"
    AWAY = "away"
    OFF = "off"
    SET_UP = "set_up"
    PAPER = "paper"
    ON = "on"
    CONFIRM = "confirm"
    """Before something weighty the key is given once more."""


@dataclass(frozen=True, slots=True)
class SecondKeyState:
    step: KeyStep = KeyStep.LOOKING
    secret: str = ""
    address: str = ""
    """What an authenticator app reads from a code on the screen; the secret is in it."""
    codes: tuple[str, ...] = ()
    can_save: bool = False
    busy: bool = False
    line: str = ""
    """What was done, said quietly."""
    problem: str = ""


class SecondKeyPresenter(Presenter[SecondKeyState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, SecondKeyState())
        self._account = Account(phone.api)
        self._then: Callable[[], None] = self._look

    def open(self) -> None:
        """Ask how it stands. Whatever secret or code was on the screen is forgotten."""
        self._show(SecondKeyState(can_save=self.phone.device.downloads is not None))
        self.phone.run(self._look)

    def close(self) -> None:
        """Nobody looks any more: no secret stays behind."""
        self._show(SecondKeyState())

    def _look(self) -> None:
        spoken = self._account.offer_second_factor()
        meta = spoken[1].get("meta") or {}
        if meaning(spoken) is Meaning.DONE:
            self._stand(KeyStep.ON)
        elif spoken[0] == _NONE_YET and "secret" in meta:
            self._stand(KeyStep.OFF)
            self._change(secret=str(meta["secret"]), address=str(meta["totp_url"]))
        else:
            self._change(step=KeyStep.AWAY, problem=self._why_not(spoken))

    def set_up(self) -> None:
        if self.state.secret:
            self._change(step=KeyStep.SET_UP, problem="")

    def turn_on(self, digits: str) -> None:
        """The digits prove that the app has the secret. From here on they are asked for."""
        self._ask(lambda: self._account.add_second_factor(_plain(digits)), lambda _body: self._turned_on(digits))

    def _turned_on(self, digits: str) -> None:
        """The same digits open the codes on paper; where something comes between, new ones can be made later."""
        self._account.confirm(_plain(digits))
        spoken = self._account.codes_on_paper()
        if meaning(spoken) is Meaning.DONE:
            self._paper(spoken[1])
        else:
            self._stand(KeyStep.ON, line=say(second_key_copy.NO_PAPER))

    # On
    def new_codes(self) -> None:
        self._ask(self._account.new_codes_on_paper, self._paper)

    def turn_off(self) -> None:
        self._ask(self._account.remove_second_factor, lambda _body: self._look())

    def have_codes(self) -> None:
        self._stand(KeyStep.ON)

    def _paper(self, body: Body) -> None:
        codes = tuple(str(code) for code in body["data"]["unused_codes"])
        self._stand(KeyStep.PAPER)
        self._change(codes=codes)

    def say_copied(self) -> None:
        self._change(line=say(second_key_copy.COPIED))

    def save_codes(self) -> None:
        """Into the folder this machine has for such files, readable for this user only."""
        folder = self.phone.device.downloads
        if folder is None or not self.state.codes:
            return
        try:
            name = _write(folder, second_key_copy.paper(self.state.codes))
        except OSError:
            self._change(problem=say(second_key_copy.NOT_SAVED))
        else:
            self._change(line=second_key_copy.saved(name), problem="")

    # Asking
    def confirm(self, code: str) -> None:
        """The digits, or a code on paper; then what was wanted is asked for once more."""
        self._ask(lambda: self._account.confirm(_plain(code)), lambda _body: self._then())

    def _ask(self, ask: Callable[[], Spoken], take: Callable[[Body], None]) -> None:
        self._change(busy=True, problem="", line="")
        self.phone.run(lambda: self._say(ask, take))

    def _say(self, ask: Callable[[], Spoken], take: Callable[[Body], None]) -> None:
        spoken = ask()
        heard = meaning(spoken)
        if heard is Meaning.DONE:
            take(spoken[1])
        elif heard is Meaning.ASKS_KEY:
            self._then = lambda: self._say(ask, take)
            self._change(step=KeyStep.CONFIRM, busy=False)
        else:
            self._change(busy=False, problem=self._why_not(spoken))

    def _why_not(self, spoken: Spoken) -> str:
        heard = meaning(spoken)
        if heard is Meaning.OUT:
            sign_out_here(self.phone)
            return say(copy.SIGN_IN_ONCE_MORE)
        if spoken[0] == _ALREADY:
            return say(second_key_copy.ALREADY_ON)
        return say(second_key_copy.WRONG) if heard is Meaning.REFUSED else later(spoken)

    def _stand(self, step: KeyStep, *, line: str = "") -> None:
        self._show(SecondKeyState(step=step, can_save=self.phone.device.downloads is not None, line=line))


def _plain(code: str) -> str:
    return "".join(code.split())


def _write(folder: Path, text: str) -> str:
    """Never over a file that lies there already."""
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"{_NAME}{'' if number == 1 else f'-{number}'}.txt" for number in range(1, 100))
    name = next(name for name in names if not (folder / name).exists())
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return name
