"""What moderators decide, as others hear of it."""

from server.kernel.facts import FactKind

MODERATED = FactKind("moderated")
"""Something of this person was hidden, or they were warned: `act` says which."""
