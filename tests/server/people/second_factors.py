"""What an authenticator app shows, worked out here and not by the library that checks it."""

import base64
import hashlib
import hmac
import struct
import time

from django.core.cache import cache

STEP = 30


def digits(secret: str, steps: int = 0) -> str:
    """RFC 6238: the six digits of this moment, or of so many half-minutes from now. By the machine's clock."""
    counter = struct.pack(">Q", int(time.time()) // STEP + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def forget_used_digits() -> None:
    """Digits count as used up for their thirty seconds, and nobody waits here."""
    cache.clear()
