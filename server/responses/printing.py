"""What friends did about a day, as JSON."""

from typing import Any

from server.responses.selectors import MissAct


def print_miss_act(act: MissAct) -> dict[str, Any] | None:
    """A witness's answer, for the two it is between; None while there is none."""
    if not act.answer:
        return None
    return {
        "kind": act.answer, "preset": act.preset or None, "words": act.words,
        "picture": str(act.picture) if act.picture else None,
    }  # fmt: skip
