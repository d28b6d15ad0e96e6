"""What friends did about a day. The log is the habit owner's: it is their day that was answered."""

from server.kernel.facts import FactKind

REACTION_GIVEN = FactKind("reaction_given")
REACTION_TAKEN_BACK = FactKind("reaction_taken_back")
THANKED = FactKind("thanked")
MISS_SEEN = FactKind("miss_seen")
MISS_ANSWERED = FactKind("miss_answered")
