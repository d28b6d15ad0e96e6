"""The invitation as a picture: today's photo beside a half that is still empty, handed on with the link."""

from mobile.device.empty_half import HalfWords, draw_empty_half
from mobile.presenters import beside_copy, copy, pictures
from mobile.presenters.base import Phone
from mobile.presenters.reading import read_habit, shown_slot
from mobile.store import own
from shared.languages import say

FOLDER = "shared"


def share_empty_half(phone: Phone, habit_id: str, link: str) -> str:
    """Draw it, hand it on, and say where it is. Raises Refused for a photo that cannot be read; slow."""
    share = phone.device.share
    with phone.store.read() as db:
        mine = own.read(db, days_of=habit_id)
        habit = mine.habit(habit_id)
        reading = read_habit(db, mine, habit, phone.clock.now()) if habit else None
    check_in = reading.check_in if reading else None
    slot = shown_slot(check_in) if check_in else None
    photo = pictures.own_photo(phone.store, reading, check_in) if reading and check_in and slot else None
    if share is None or photo is None or photo.path is None:
        return say(copy.PHOTO_FIRST)
    folder = phone.store.data_dir / FOLDER
    folder.mkdir(exist_ok=True, mode=0o700)
    target = folder / f"kith-{photo.label.lower().replace(' ', '-')}.jpg"
    words = HalfWords(photo.label, say(beside_copy.HALF_PROMISE), say(beside_copy.HALF_QUESTION))
    draw_empty_half(photo.path, target, words)
    place = share.share(target, link)
    if place:
        # Handed over whole; whoever else takes it may still be reading.
        target.unlink(missing_ok=True)
    return say(beside_copy.HALF_LIES, place=place) if place else say(beside_copy.HALF_SENT)
