"""What a day stands beside, as the screens show it: a photo on the left, which may be a clip."""

from itertools import takewhile
from pathlib import Path

from mobile.presenters import beside_copy, copy, pictures
from mobile.presenters.reading import Reading
from mobile.presenters.views import PhotoView
from mobile.store import beside, cache, photos
from mobile.store.database import Body, Store
from shared.languages import say


def own_anchor(store: Store, reading: Reading, *, day: str = "", still: bool = False) -> PhotoView | None:
    """Beside a day of mine (an ISO date; today unless told). What I chose but may not see any more is my day 1."""
    told, day = reading.beside, day or reading.today.isoformat()
    if told is None:
        return pictures.first_photo(store, reading, day)
    if told["kind"] == beside.YESTERDAY:
        return pictures.last_photo(store, reading, day)
    mine = reading.days.get(told["date"] or "") if told["habit"] == reading.habit["id"] else None
    if mine is not None:
        return pictures.own_photo(store, reading, mine) if told["date"] != day else None
    return _view(store, reading.habit["id"], told, _of_mine(told), still)


def card_anchor(store: Store, card: Body, *, still: bool = False) -> PhotoView | None:
    """Beside a friend's day: what they chose, as far as I may see it, else their day 1, unless this is day 1."""
    told, habit = card.get("anchor"), card["habit"]["id"]
    if told is None:
        first = card["first_photo"]
        if first is None or first["date"] == card["date"]:
            return None
        return PhotoView(pictures.cached_path(store, habit, first["date"], first["n"]), copy.day_label(1))
    if told["kind"] == beside.YESTERDAY:
        path = pictures.cached_path(store, told["habit"], told["date"], told["n"])
        return PhotoView(path, copy.day_label(told["day_number"]))
    if told["date"] is None:
        return _view(store, habit, told, "", still)
    own = (told["person"] or {}).get("id") == card["person"]["id"]
    number = told["day_number"]
    label = copy.day_label(number) if own else beside_copy.friends_day(told["person"]["name"], number)
    return _view(store, habit, told, label, still)


def stands_alone(reading: Reading) -> bool:
    """Whether its first photo has nothing to stand beside yet."""
    return reading.beside is None or reading.beside["kind"] == beside.YESTERDAY


def name_of(reading: Reading) -> str:
    """In the middle of a sentence: day 1, yesterday, Leo, a picture, a clip."""
    told = reading.beside
    if told is None:
        return beside_copy.day_of(1)
    if told["kind"] == beside.CHECK_IN:
        mine = told["habit"] == reading.habit["id"] or not told["person"]
        return beside_copy.day_of(told["day_number"]) if mine else beside_copy.first_name(told["person"]["name"])
    if told["kind"] == beside.YESTERDAY:
        return say("yesterday")
    return say(beside_copy.A_CLIP) if told["frames"] > 1 else say(beside_copy.A_PICTURE)


def _of_mine(told: Body) -> str:
    if told["kind"] == beside.CHECK_IN and told["person"]:
        return beside_copy.friends_day(told["person"]["name"], told["day_number"])
    return say(beside_copy.YOUR_CLIP) if told["frames"] > 1 else say(beside_copy.YOUR_PICTURE)


def _view(store: Store, habit: str, told: Body, label: str, still: bool) -> PhotoView:
    frames = tuple(_frames(store, habit, told))
    return PhotoView(frames[0] if frames else None, label, frames=frames if len(frames) > 1 and not still else ())


def _frames(store: Store, habit: str, told: Body) -> list[str]:
    """Chosen on this phone, or fetched, or seen on that friend's card; as far as they are here, from the first on."""
    chosen = [photos.path_of(store, photo) for photo in told.get("photos", [])]
    if not chosen or not chosen[0].exists():
        chosen = [cache.path_of(store, cache.anchor_key(habit, told["version"], n)) for n in range(told["frames"])]
    here = [str(path) for path in takewhile(Path.exists, chosen)]
    day = pictures.cached_path(store, told["habit"], told["date"], told["n"] or 0) if told["date"] else None
    return here or [path for path in [day] if path]
