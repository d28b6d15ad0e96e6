"""The one thing Today says of letters, most urgent first."""

import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

from mobile.presenters import copy
from mobile.presenters.own_letter import Fate, OwnLetter, burnt_by_comeback, is_offered, own_letters, witnesses
from mobile.presenters.reading import Reading
from mobile.presenters.today_state import LetterBand, LetterKind
from mobile.store import kv, letters
from mobile.store.database import Body
from shared.languages import say

_FIRST = (Fate.MAY_OPEN, Fate.OPENING, Fate.OPENED, Fate.ON_ITS_WAY, Fate.CLOSED)
"""Most urgent first; what burnt is not spoken of here."""


def read_key(letter_id: str) -> str:
    """Of a letter that was read."""
    return f"letter_read/{letter_id}"


def seen_key(miss_id: str) -> str:
    """Of a letter that was seen to burn."""
    return f"letter_burnt/{miss_id}"


def put_away_key(band: LetterBand) -> str:
    return f"letter_offer/{band.letter_id}"


def letter_band(db: sqlite3.Connection, reading: Reading, me: Body | None) -> LetterBand | None:
    return _blue(db, reading) or _gold(db, reading) or _offer(db, reading, me)


def burning(db: sqlite3.Connection, reading: Reading) -> str:
    letter = burnt_by_comeback(reading)
    return letter.miss_id if letter and not kv.get(db, seen_key(letter.miss_id)) else ""


def _blue(db: sqlite3.Connection, reading: Reading) -> LetterBand | None:
    found = [one for one in own_letters(reading) if one.fate in _FIRST and not _is_over(db, one)]
    if not found:
        return None
    letter = min(found, key=lambda one: _FIRST.index(one.fate))
    kind, title, detail = _words(letter, reading)
    return LetterBand(kind, letter.miss_id, title, detail)


def _is_over(db: sqlite3.Connection, letter: OwnLetter) -> bool:
    """Opened and read, or opened elsewhere, its words not here yet."""
    if letter.fate is not Fate.OPENED:
        return False
    return bool(kv.get(db, read_key(letter.miss_id))) or letter.miss_id not in letters.opened(db)


def _words(letter: OwnLetter, reading: Reading) -> tuple[LetterKind, str, str]:
    match letter.fate:
        case Fate.ON_ITS_WAY:
            words = copy.on_its_way(_local(letter.opens_at, reading))
            return LetterKind.ON_ITS_WAY, copy.keeping(letter.keeper), words
        case Fate.MAY_OPEN:
            return LetterKind.ASKS, copy.asked_to_keep(letter.keeper), ""
        case Fate.CLOSED:
            until = copy.stays_closed(_local(letter.burns_at, reading)) if letter.burns_at else ""
            return LetterKind.CLOSED, say(copy.LETTER_CLOSED), until
        case Fate.OPENING:
            return LetterKind.OPENING, copy.asked_to_keep(letter.keeper), say(copy.LETTER_OPENING)
    return LetterKind.READ, say(copy.LETTER_READ), say(copy.LETTER_READ_DETAIL)


def _local(instant: datetime, reading: Reading) -> datetime:
    return instant.astimezone(ZoneInfo(reading.history.clock.changes[-1].zone))


def _gold(db: sqlite3.Connection, reading: Reading) -> LetterBand | None:
    for one in letters.gold(db, reading.habit["id"]):
        if not kv.get(db, read_key(one["id"])):
            title = copy.gold_ready(one["writer"]["name"])
            return LetterBand(LetterKind.GOLD, one["id"], title, f"{copy.your_photo(one['milestone'])}.")
    return None


def _offer(db: sqlite3.Connection, reading: Reading, me: Body | None) -> LetterBand | None:
    """Quietly, on a day that is in."""
    if not reading.done or not is_offered(reading, me):
        return None
    keeper = copy.offer_detail(witnesses(reading)[0])
    band = LetterBand(LetterKind.OFFER, reading.habit["id"], say(copy.LETTER_OFFER), keeper)
    return None if kv.get(db, put_away_key(band)) else band
