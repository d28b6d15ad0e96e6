"""The pages behind the account: the second key, and another address."""

from collections.abc import Callable

from kivy.uix.widget import Widget

from mobile.presenters import address_copy, copy, second_key_copy
from mobile.presenters.address import AddressState, AddressStep
from mobile.presenters.second_key import KeyStep, SecondKeyState
from mobile.ui.screens.keys.address import AddressDesk, AddressScreen
from mobile.ui.screens.keys.second import SecondKeyDesk, SecondKeyScreen
from tools.shooting.photos import SamplePhotos

_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # nosec B105  # nobody's
_OFFER = f"otpauth://totp/Kith:maya.maybrook%40example.org?secret={_SECRET}&issuer=Kith"
_CODES = tuple(f"{46_213_000 + 7919 * number}" for number in range(10))
_OLD, _NEW = "maya.maybrook@example.org", "maya@a-much-longer-address.example.org"


def _nothing(*_: object) -> None:
    """Nobody touches a picture."""


def _key(state: SecondKeyState, *, dark: bool = False) -> Widget:
    return SecondKeyScreen(desk=SecondKeyDesk(*[_nothing] * 10), state=state, dark=dark)


def _address(state: AddressState, *, dark: bool = False) -> Widget:
    return AddressScreen(desk=AddressDesk(*[_nothing] * 5), state=state, dark=dark)


def _of(state: SecondKeyState, *, dark: bool = False) -> Callable[[SamplePhotos], Widget]:
    return lambda _photos: _key(state, dark=dark)


def _at(state: AddressState, *, dark: bool = False) -> Callable[[SamplePhotos], Widget]:
    return lambda _photos: _address(state, dark=dark)


_SET_UP = SecondKeyState(step=KeyStep.SET_UP, secret=_SECRET, address=_OFFER, problem=second_key_copy.WRONG)
_PAPER = SecondKeyState(step=KeyStep.PAPER, codes=_CODES, can_save=True, line=second_key_copy.COPIED)
PICTURES: dict[str, Callable[[SamplePhotos], Widget]] = {
    "second_key_looking": _of(SecondKeyState()),
    "second_key_away": _of(SecondKeyState(step=KeyStep.AWAY, problem=copy.NO_SERVER)),
    "second_key_off": _of(SecondKeyState(step=KeyStep.OFF)),
    "second_key_set_up": _of(_SET_UP),
    "second_key_set_up_night": _of(_SET_UP, dark=True),
    "second_key_paper": _of(_PAPER),
    "second_key_on": _of(SecondKeyState(step=KeyStep.ON, line=second_key_copy.NO_PAPER)),
    "second_key_confirm": _of(SecondKeyState(step=KeyStep.CONFIRM, problem=second_key_copy.WRONG), dark=True),
    "address": _at(AddressState(email=_OLD, wanted="maya", problem=copy.EMAIL_WRONG)),
    "address_code": _at(AddressState(AddressStep.CODE, _OLD, _NEW, problem=address_copy.CODE_WRONG), dark=True),
    "address_done": _at(AddressState(AddressStep.DONE, _NEW)),
}
