"""Why something is reported: the same short list wherever it is asked."""

from collections.abc import Callable, Iterator

from mobile.ui.widgets.sheet import Way

REASONS = (
    ("Unkind", "harassment"),
    ("Not safe to show", "nudity"),
    ("Somebody may come to harm", "harm"),
    ("Something else", "something_else"),
)
DETAIL = "Only the people who run this Kith will know."


def report_ways(report: Callable[[str], object]) -> Iterator[Way]:
    """One way for each reason; `report` is called with its code."""
    for text, reason in REASONS:
        yield Way(text, "flag", f"report_{reason}", lambda reason=reason: report(reason))
