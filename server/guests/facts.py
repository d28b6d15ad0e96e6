"""What guests do."""

from server.kernel.facts import FactKind

GUEST_ANSWERED = FactKind("guest_answered")
"""Somebody without Kith answered the one photo they were shown. In the owner's log."""
