"""What can happen with comments."""

from server.kernel.facts import FactKind

COMMENTED = FactKind("commented")
"""Words were written, and once more when held ones arrive. In the owner's log; payload ids only, never words."""
