"""The ways of standing to Ana's promises."""

OWNER = "owner"
GAZING = ("witness", "gallery")
"""Who holds a seat that is open."""
FRIENDS = ("witness", "gallery", "invited", "left", "removed", "friend")
APART = ("unfriended", "stranger", "blocked")
"""Signed in, and nothing of Ana's is theirs to see; the first and the last were her witnesses."""
GROUPED = ("comember", "shunned_comember")
"""No friends of hers, and in a group with her; the second one she has blocked."""
SIGNED_IN = (OWNER, *FRIENDS, *APART, *GROUPED)
SHUT_OUT = ("suspended", "anonymous")
KNOWN = (OWNER, *FRIENDS, *GROUPED)
"""Who knows that Ana is here."""
ROLES = (*SIGNED_IN, *SHUT_OUT)
