"""What happens among people who keep a promise together. Each stands in the log of whom it concerns; ids only."""

from server.kernel.facts import FactKind

CHALLENGE_CHANGED = FactKind("challenge_changed")
"""Somebody made, joined, left or edited one. In their own log."""
CHALLENGE_OFFERED = FactKind("challenge_offered")
"""A friend asked them in. Payload `challenge`, `invitation`, `person`."""
CHALLENGE_STARTS = FactKind("challenge_starts")
"""The evening before its first date, on their own wall."""
LAST_TO_COME = FactKind("last_to_come")
"""Everybody else is in on `date`. In the log of the one who isn't, and nowhere else."""
CHAIN_DAY_KEPT = FactKind("chain_day_kept")
"""The last one came in on `date`."""
CARRIED = FactKind("carried")
"""Somebody had them counted in. In the log of whom they carried."""
CHALLENGE_ENDED = FactKind("challenge_ended")
"""Its last date is over for everybody."""
