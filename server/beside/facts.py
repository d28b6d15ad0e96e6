"""What happens beside somebody. Both stand in the log of whoever did it: the friend's own log must not tell of it."""

from server.kernel.facts import FactKind

KEPT_BESIDE = FactKind("kept_beside")
"""Somebody keeps a friend's habit beside theirs. Payload: `habit` (their own), `role_model` (the row)
and `person` (whom they keep)."""
STARTED_BESIDE = FactKind("started_beside")
"""A promise was made of a friend's check-in. The same payload."""
