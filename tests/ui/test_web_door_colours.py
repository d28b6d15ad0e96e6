"""The web door wears the app's colours: its sheet is written from the app's palettes, and was written last."""

from tools.door_palettes import SHEET, sheet


def test_the_sheet_is_what_the_palettes_say() -> None:
    assert SHEET.read_text() == sheet(), "python -m tools.door_palettes"
