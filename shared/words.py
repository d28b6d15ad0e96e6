"""Words people write for one another in letters: one line, no addresses to tap, nothing invisible."""

import re
import unicodedata

from shared.codes import Code, Refused

_LINK = re.compile(r"https?:|www\.", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
"""Without them some scripts and many emoji fall apart."""


def one_line(text: str, longest: int) -> str:
    """The text as it is kept: white space made single, composed. Raises Refused(invalid).

    Control and direction characters are refused rather than taken out: what is read must be what was written.
    """
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    hidden = any(unicodedata.category(one) in {"Cc", "Cf", "Cs"} and one not in _JOINERS for one in said)
    if not said or len(said) > longest or hidden or _LINK.search(said):
        raise Refused(Code.INVALID, "text")
    return said
