"""What can happen with nudges."""

from server.kernel.facts import FactKind

NUDGED = FactKind("nudged")
"""A nudge arrived; one that didn't leaves no fact. In the owner's log."""
