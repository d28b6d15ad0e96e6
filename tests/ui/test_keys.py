"""The second key and another address in Ana's hand."""

from collections.abc import Callable
from pathlib import Path

from kivy.core.clipboard import Clipboard

from mobile.api.fake.keys import DIGITS, SECRET
from mobile.api.fake.signing_in import CODE
from mobile.app_core import Core
from mobile.device.desktop.codes import desktop_codes
from mobile.presenters import address_copy, copy
from mobile.presenters import second_key_copy as words
from mobile.ui.shell import Shell
from mobile.ui.widgets.qr import QrCode
from tests.mobile.stage import Stage
from tests.ui.hand import Hand

OpenApp = Callable[[Core], Shell]


def at_the_account(stage: Stage, hand: Hand, open_app: OpenApp, **parts: object) -> Core:
    stage.habit(kept=3)
    core = stage.phone_of(stage.ana, **parts)
    core.engine.run_once()
    open_app(core).go("me")
    hand.rest()
    hand.tap("account")
    return core


def test_a_second_key_is_set_up_and_signs_in(stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path) -> None:
    at_the_account(stage, hand, open_app, downloads=tmp_path / "Downloads")
    hand.tap("second_key")
    assert words.OFF in hand.words()
    hand.tap("set_up")
    hand.write("turn_on_field", "000000")
    hand.tap("turn_on_go")
    assert words.WRONG in hand.words()
    assert hand.find("turn_on_field").writing.text == "000000", "what was written stays to be put right"
    hand.write("turn_on_field", DIGITS)
    hand.tap("turn_on_go")
    codes = stage.server.world.paper[stage.ana][:]
    assert set(codes) <= set(hand.words())
    hand.tap("save_codes")
    assert words.saved("kith-codes-on-paper.txt") in hand.words()
    hand.tap("have_codes")
    assert words.ON in hand.words()
    assert not set(codes) & set(hand.words()), "shown once"
    hand.tap("back")
    hand.tap("back")
    hand.tap("sign_out")
    hand.tap("sign_out_now")
    for field, go in ((CODE, "sign_in_go"), (codes[0], "sign_in_go")):
        if hand.find("join") is not None:
            hand.write("sign_in_field", "ana@example.org")
            hand.tap("sign_in_go")
        hand.write("sign_in_field", field)
        hand.tap(go)
    assert hand.find("tab_today") is not None
    assert codes[0] not in stage.server.world.paper[stage.ana]


def test_the_code_on_the_screen_holds_the_secret_and_it_can_be_copied(
    stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path
) -> None:
    at_the_account(stage, hand, open_app)
    hand.tap("second_key")
    hand.tap("set_up")
    (code,) = [widget for widget in hand.widgets() if isinstance(widget, QrCode)]
    code.export_to_png(str(tmp_path / "code.png"))
    reader = desktop_codes()
    assert reader is not None
    (said,) = reader.read(tmp_path / "code.png")
    assert said.startswith("otpauth://totp/Kith:")
    assert f"secret={SECRET}" in said
    hand.tap("copy_secret")
    assert Clipboard.paste() == SECRET
    assert words.COPIED in hand.words()


def test_turning_it_off_asks_whether_and_then_for_it(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.server.world.second_factors[stage.ana] = DIGITS
    at_the_account(stage, hand, open_app)
    hand.tap("second_key")
    hand.tap("turn_off")
    hand.tap("turn_off_now")
    assert stage.ana in stage.server.world.second_factors
    hand.tap("not_now")
    assert words.ON in hand.words()
    hand.tap("turn_off")
    hand.tap("turn_off_now")
    hand.write("confirm_field", DIGITS)
    hand.tap("confirm_go")
    assert words.OFF in hand.words()
    assert stage.server.world.second_factors == {}


def test_new_codes_are_asked_about_first(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    stage.server.world.second_factors[stage.ana] = DIGITS
    at_the_account(stage, hand, open_app)
    hand.tap("second_key")
    hand.tap("new_codes")
    assert words.NEW_CODES_DETAIL in hand.words()
    hand.tap("make_codes")
    hand.write("confirm_field", DIGITS)
    hand.tap("confirm_go")
    assert set(stage.server.world.paper[stage.ana]) <= set(hand.words())
    hand.tap("copy_codes")
    assert stage.server.world.paper[stage.ana][0] in Clipboard.paste()


def test_away_it_says_so_and_asks_once_more(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    at_the_account(stage, hand, open_app)
    stage.server.offline = True
    hand.tap("second_key")
    assert hand.words().count(copy.NO_SERVER) == 1
    stage.server.offline = False
    hand.tap("ask")
    assert words.OFF in hand.words()


def test_another_address_is_proven_and_then_counts(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    at_the_account(stage, hand, open_app)
    hand.tap("address")
    assert address_copy.NOW.format(email="ana@example.org") in hand.words()
    hand.write("address_field", "ana")
    hand.tap("address_go")
    assert copy.EMAIL_WRONG in hand.words()
    hand.write("address_field", "ana@new.example")
    hand.tap("address_go")
    hand.tap("other_address")
    hand.tap("address_go")
    hand.write("prove_field", "000000")
    hand.tap("prove_go")
    assert address_copy.CODE_WRONG in hand.words()
    hand.write("prove_field", CODE)
    hand.tap("prove_go")
    assert address_copy.DONE.format(email="ana@new.example") in hand.words()
    hand.tap("address_done")
    hand.tap("back")
    assert "ana@new.example" in hand.words()
