"""A link as a QR code on the screen, read back from the pixels."""

from collections.abc import Callable
from pathlib import Path

import pytest
from kivy.core.window import Window
from PIL import Image

from mobile.app_core import Core
from mobile.ui.drawing.qr import QUIET, modules
from mobile.ui.shell import Shell
from mobile.ui.theme.palettes import palette_for
from mobile.ui.widgets.qr import QrCode
from shared.moods import Mood
from tests.mobile.stage import Stage
from tests.ui.hand import Hand

LINK = "https://kith.example.org/i/Q2hhbmdlIG1lIGludG8gYSBzZWNyZXQ"


def read_back(code: QrCode, folder: Path) -> list[list[int]]:
    """The modules as a camera straight above would see them."""
    rows = len(modules(code.text))
    code.export_to_png(str(folder / "code.png"))
    picture = Image.open(folder / "code.png").convert("L")
    module = int(code.width // (rows + 2 * QUIET))
    edge = (picture.width - rows * module) / 2
    at = [round(edge + (n + 0.5) * module) for n in range(rows)]
    return [[int(picture.getpixel((x, y)) < 128) for x in at] for y in at]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("side", [216, 300])
def test_every_module_stands_on_the_screen_by_night_too(dark: bool, side: int, hand: Hand, tmp_path: Path) -> None:
    code = QrCode(text=LINK, palette=palette_for(Mood.WAITING, dark=dark))
    hand.show(code, width=side, height=side)
    assert read_back(code, tmp_path) == [list(row) for row in modules(LINK)]


def test_it_is_a_code_that_cameras_know(hand: Hand) -> None:
    rows = modules(LINK)
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for top, left in ((0, 0), (0, -7), (-7, 0)):
        corner = [row[left : left + 7 or None] for row in (rows[top : top + 7 or None])]
        assert ["".join(map(str, row)) for row in corner] == finder
    assert len(rows) <= 41


def test_an_invitation_and_a_guests_link_are_shown_as_codes(
    stage: Stage, hand: Hand, open_app: Callable[[Core], Shell]
) -> None:
    stage.habit(kept=3)
    core = stage.synced(stage.ana)
    open_app(core).go("crowd")
    hand.rest()
    hand.tap("invite")
    (code,) = [widget for widget in hand.widgets() if isinstance(widget, QrCode)]
    assert code.text == core.crowd.state.invite_url
    assert code.text.startswith("http")
    assert code.width <= Window.width
