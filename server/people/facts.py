"""What can happen among people. Payloads hold ids only."""

from server.kernel.facts import FactKind

PERSON_CHANGED = FactKind("person_changed")
"""The name, avatar, grace or one of the hours of a person changed."""
CLOCK_CHANGED = FactKind("clock_changed")
"""A person's zone or day start changed."""
FRIENDSHIP_MADE = FactKind("friendship_made")
"""Payload `person`, `friend`; recorded once for each of the two."""
FRIENDSHIP_ENDED = FactKind("friendship_ended")
"""Payload `person`, `friend`; recorded once for each of the two, by unfriending and by blocking alike."""
BLOCKED = FactKind("blocked")
"""Payload `person` (who blocks) and `blocked`. In the log of the one who blocks; the other is never told."""
DISTANCE_CHANGED = FactKind("distance_changed")
"""Somebody keeps a friend otherwise than before. In their own log; the friend is never told, nor named."""
CIRCLE_CHANGED = FactKind("circle_changed")
"""A circle was made, changed or given up. In its owner's log; nobody in it is told. Payload `circle`."""
ARRIVED = FactKind("arrived")
"""Somebody came in with an invite. In the log of the inviter; payload `person` and `invite`."""
ARRIVAL_ANSWERED = FactKind("arrival_answered")
"""Whether somebody who came in with an invite is who was meant is settled. In their log; payload `person`."""
