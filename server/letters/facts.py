"""What happens to letters. Payloads hold ids only, never words; the log is the habit owner's."""

from server.kernel.facts import FactKind

BLUE_LETTER_CHANGED = FactKind("blue_letter_changed")
LETTER_TURNED = FactKind("letter_turned")
"""A sealed copy may open now, was opened, left closed or burnt."""
GOLD_LETTER_OPENED = FactKind("gold_letter_opened")
GOLD_LETTER_HIDDEN = FactKind("gold_letter_hidden")
"""A moderator keeps an opened one from its owner, or shows it once more."""
GOLD_LETTER_THANKED = FactKind("gold_letter_thanked")
CHECK_ASKED = FactKind("check_asked")
"""Payload `friend`: somebody in a hard time would like this friend to check on them."""
