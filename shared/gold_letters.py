"""Which day a gold letter is for."""

from shared import limits


def next_milestone(day_number: int) -> int | None:
    """The day number a letter written now is sealed for; None after the last one."""
    return next((milestone for milestone in limits.GOLD_MILESTONES if milestone > day_number), None)
