"""Ana shows her code; Dan scans it and becomes a friend. With taps, from the pixels of her screen."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from mobile.app_core import Core
from mobile.device.desktop.codes import desktop_codes
from mobile.presenters import copy, scan_copy
from mobile.ui.shell import Shell
from mobile.ui.widgets.qr import QrCode
from tests.mobile.stage import MemorySecrets, Stage
from tests.ui.hand import Hand
from tests.ui.machines import Gives

OpenApp = Callable[[Core], Shell]


def shown_by_ana(stage: Stage, hand: Hand, open_app: OpenApp, folder: Path) -> Path:
    """Ana's screen with her code on it, as a camera sees it from some way off."""
    open_app(stage.synced(stage.ana)).go("crowd")
    hand.rest()
    hand.tap("invite")
    (code,) = [widget for widget in hand.widgets() if isinstance(widget, QrCode)]
    code.export_to_png(str(folder / "screen.png"))
    seen = Image.open(folder / "screen.png").convert("RGB").rotate(8, expand=True, fillcolor="#705040")
    table = Image.new("RGB", (1200, 1600), "#705040")
    table.paste(seen, (420, 600))
    table.save(folder / "seen.jpg", quality=75)
    hand.clear()
    return folder / "seen.jpg"


def at_the_scanner(stage: Stage, hand: Hand, open_app: OpenApp, **parts: object) -> Core:
    core = stage.phone_of(stage.dan, **{"codes": desktop_codes(), **parts})
    core.engine.run_once()
    open_app(core).go("crowd")
    hand.rest()
    hand.tap("scan")
    return core


def test_a_code_scanned_makes_a_friend(stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path) -> None:
    seen = shown_by_ana(stage, hand, open_app, tmp_path)
    dan = at_the_scanner(stage, hand, open_app, camera=Gives(seen), picker=Gives())
    hand.tap("scan_take")
    assert "Ana sent you this link." in hand.words()
    assert stage.dan not in stage.server.world.friends_of(stage.ana), "reading is not joining"
    hand.tap("open_link")
    assert copy.friends_now("Ana") in hand.words()
    assert [friend.name for friend in dan.crowd.state.friends] == ["Ana"]


def test_without_a_camera_a_picture_is_chosen(stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path) -> None:
    seen = shown_by_ana(stage, hand, open_app, tmp_path)
    at_the_scanner(stage, hand, open_app, picker=Gives(seen))
    assert hand.find("scan_take") is None
    assert scan_copy.NO_CAMERA in hand.words()
    hand.tap("scan_choose")
    assert "Ana sent you this link." in hand.words()


def test_a_camera_that_is_refused_leaves_a_way_on(stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path) -> None:
    seen = shown_by_ana(stage, hand, open_app, tmp_path)
    at_the_scanner(stage, hand, open_app, camera=Gives(), picker=Gives(seen))
    hand.tap("scan_take")
    assert scan_copy.CAMERA_GAVE_NONE in hand.words()
    hand.tap("scan_choose")
    assert "Ana sent you this link." in hand.words()


def test_choosing_none_says_so_and_the_link_can_be_typed(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    at_the_scanner(stage, hand, open_app, camera=Gives(), picker=Gives())
    hand.tap("scan_choose")
    assert scan_copy.LIBRARY_GAVE_NONE in hand.words()
    hand.tap("type_link")
    assert hand.find("link_field") is not None


def test_the_apps_own_chooser_put_away_is_no_choice_either(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    at_the_scanner(stage, hand, open_app)
    hand.tap("scan_choose")
    hand.tap("chooser_close")
    assert scan_copy.LIBRARY_GAVE_NONE in hand.words()


def test_a_machine_that_reads_no_codes_says_so(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    at_the_scanner(stage, hand, open_app, codes=None)
    assert scan_copy.NO_READER in hand.words()
    assert hand.find("scan_choose") is None
    hand.tap("type_link")
    assert hand.find("link_field") is not None


def test_offline_the_code_is_read_and_the_crowd_says_what_waits(
    stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path
) -> None:
    seen = shown_by_ana(stage, hand, open_app, tmp_path)
    dan = at_the_scanner(stage, hand, open_app, picker=Gives(seen))
    dan.sign_in.open()
    stage.server.offline = True
    hand.tap("scan_choose")
    assert copy.NO_SERVER in hand.words()


def test_somebody_new_scans_at_the_door(stage: Stage, hand: Hand, open_app: OpenApp, tmp_path: Path) -> None:
    seen = shown_by_ana(stage, hand, open_app, tmp_path)
    stage.secrets["nobody-phone"] = MemorySecrets()
    open_app(stage.phone_of("nobody", codes=desktop_codes(), camera=Gives(seen), picker=Gives()))
    hand.tap("join")
    hand.write("join_email", "eva@example.org")
    hand.tap("scan")
    hand.tap("back")
    hand.tap("scan")
    hand.tap("scan_take")
    field = hand.find("join_invite")
    assert field is not None
    assert field.writing.text in stage.server.world.invites
    assert hand.find("join_email").writing.text == "eva@example.org", "what was written is still there"
    hand.write("birth_year", "1990")
    hand.tap("old_enough")
    hand.tap("sign_in_go")
    assert "We wrote to eva@example.org." in hand.words()


def test_a_link_typed_in_is_opened_and_then_joined(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    ana = stage.synced(stage.ana)
    ana.crowd.invite()
    dan = stage.synced(stage.dan)
    open_app(dan).go("crowd")
    hand.rest()
    hand.write("link_field", ana.crowd.state.invite_url)
    hand.tap("open_link")
    assert "Ana sent you this link." in hand.words()
    hand.tap("open_link")
    assert [friend.name for friend in dan.crowd.state.friends] == ["Ana"]


def test_a_tapped_link_leads_to_where_it_is_answered(stage: Stage, hand: Hand, open_app: OpenApp) -> None:
    ana = stage.synced(stage.ana)
    ana.crowd.invite()
    open_app(stage.synced(stage.dan)).open_link(ana.crowd.state.invite_url)
    hand.rest()
    assert "Ana sent you this link." in hand.words()
