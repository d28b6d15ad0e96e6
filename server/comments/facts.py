"""What can happen with comments."""

from server.kernel.facts import FactKind

COMMENTED = FactKind("commented")
"""Words arrived; while they are held there is no fact. In the owner's log; payload ids only, never words."""
