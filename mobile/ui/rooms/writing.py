"""Writing a line in one's own words, and what may be done about one that came."""

from collections.abc import Callable

from mobile.presenters import copy
from mobile.ui.rooms.reporting import why
from mobile.ui.rooms.room import House
from mobile.ui.theme.palettes import Palette
from mobile.ui.widgets.sheet import Way
from mobile.ui.widgets.writing_sheet import WritingSheet
from shared.languages import say


def write_to(
    house: House, name: str, *, most: int, palette: Palette, on_line: Callable[[str], object], text: str = ""
) -> None:  # fmt: skip
    """Over whatever is on the screen, which stays as it is."""
    title, detail = say(copy.WRITE_TO, name=name), say(copy.ONLY_THEY_READ, name=name)
    house.put_over(
        WritingSheet(title=title, detail=detail, most=most, on_line=on_line, palette=palette, text=text)
    )  # fmt: skip


def line_ways(house: House, *, take: Callable[[], object], report: Callable[[str], object]) -> list[Way]:
    """What the one it was written to may do with a line."""

    def ask() -> None:
        house.ask(say(copy.REPORT_LINE), say(copy.ONLY_THE_HOSTS), *why(report))

    return [
        Way(say(copy.TAKE_LINE_AWAY), "delete", "take_line", take),
        Way(say("Report"), "flag", "report_line", ask),
    ]
