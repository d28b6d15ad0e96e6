"""Why something is reported: the same reasons wherever it is."""

from collections.abc import Callable

from mobile.presenters import copy
from mobile.ui.widgets.sheet import Way
from shared.languages import say


def why(report: Callable[[str], object]) -> list[Way]:
    """A way on for each reason; `report` is given its code."""

    def way(reason: str, text: str) -> Way:
        return Way(text, "flag", f"report_{reason}", lambda: report(reason))

    return [way(reason, say(text)) for reason, text in copy.REPORT_WHY.items()]
