"""Which photos the screens show, and fetching those whose bytes are not on this phone yet."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mobile.api.answers import Answer, Body, Done, Later, Refused
from mobile.api.client import Api
from mobile.store import albums, beside, cache, letters, own, photos, snapshots
from mobile.store.database import Store
from mobile.store.seasons import seasons_of

AT_ONCE = 8
"""So that a poll never gets stuck behind an album."""
AT_MOST = 200
"""Well under what the cache holds, or a long feed would push its own photos out and fetch them for ever."""
FLIPBOOK = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    habit: str
    date: str
    n: int

    @property
    def key(self) -> str:
        return cache.key_of(self.habit, self.date, self.n)

    def fetch(self, api: Api) -> Answer:
        return api.get_day_photo(self.habit, self.date, self.n, cache.SIZE)


@dataclass(frozen=True, slots=True)
class WantedFace:
    """What a friend answered my day with."""

    habit: str
    date: str
    person: str
    picture: str

    @property
    def key(self) -> str:
        return cache.face_key(self.habit, self.date, self.person, self.picture)

    def fetch(self, api: Api) -> Answer:
        return api.get_face(self.habit, self.date, self.person, cache.FACE_SIZE)


@dataclass(frozen=True, slots=True)
class WantedAnchor:
    """One picture of what stands beside a habit, mine or a friend's."""

    habit: str
    version: str
    n: int

    @property
    def key(self) -> str:
        return cache.anchor_key(self.habit, self.version, self.n)

    def fetch(self, api: Api) -> Answer:
        return api.get_anchor(self.habit, self.n, cache.SIZE)


@dataclass(frozen=True, slots=True)
class WantedSent:
    """The face in a friend's cheer about an empty day (`miss`), or in their nudge for a day still to come."""

    person: str
    picture: str
    miss: str
    habit: str
    date: str

    @property
    def key(self) -> str:
        return cache.sent_key(self.picture)

    def fetch(self, api: Api) -> Answer:
        if self.miss:
            return api.get_miss_face(self.miss, self.person, cache.FACE_SIZE)
        return api.get_nudge_face(self.habit, self.date, self.person, cache.FACE_SIZE)


def fetch_shown(store: Store, api: Api, unseen: set[str]) -> Answer | None:
    """Fetch the next few missing photos and let go of all that no screen shows any more.

    `unseen` remembers, for as long as the app runs, what was refused, so that it isn't asked for again and again.
    """
    with store.read() as db:
        wanted = list(dict.fromkeys(_wanted(store, db)))[:AT_MOST]
    cache.forget_all_but(store, {photo.key for photo in wanted})
    missing = [photo for photo in wanted if photo.key not in unseen and not cache.has(store, photo.key)]
    answer: Answer | None = None
    for photo in missing[:AT_ONCE]:
        answer = photo.fetch(api)
        if isinstance(answer, Later) or (isinstance(answer, Refused) and answer.status == 401):
            return answer
        if isinstance(answer, Done):
            if not cache.add(store, photo.key, answer.content):
                return answer  # the disk is full: with room again it is asked for again
        else:
            unseen.add(photo.key)
    return answer


def _wanted(store: Store, db: sqlite3.Connection) -> Iterator[Wanted | WantedFace | WantedAnchor | WantedSent]:
    """Most wanted first: my own screens, then the rounds, then the feed; what only moves comes last."""
    mine, looked = own.read(db), albums.looked_at(db)
    for habit in mine.habits:
        yield from _own_photos(store, mine.days(habit["id"]))
        yield from _film_photos(store, habit, mine.days(habit["id"]))
        if habit["id"] == looked.habit:
            yield from _album_photos(store, mine.days(looked.habit), looked.month)
        yield from _days_to_letters(store, mine.days(habit["id"]), letters.gold(db, habit["id"]))
    for item in snapshots.get(db, snapshots.TODAY).get("habits", []):
        first = item["first_photo"]
        if first and not _is_here(store, mine.days(item["id"]).get(first["date"]), first["n"]):
            yield Wanted(item["id"], first["date"], first["n"])
        yield from _faces(item)
        yield from _beside(store, db, item)
        yield from _cheering(item)
    yield from _sent(snapshots.get(db, snapshots.NOTICES).get("items", []))
    cards = snapshots.get(db, snapshots.ROUNDS).get("cards", []) + snapshots.get(db, snapshots.FEED).get("items", [])
    yield from _card_photos(cards)
    for card in cards:
        yield from _frames(card["habit"]["id"], card.get("anchor"))


def _beside(store: Store, db: sqlite3.Connection, item: Body) -> Iterator[Wanted | WantedAnchor]:
    """What my days stand beside, unless it lies here, and the latest day of whoever I would like to be like."""
    told = beside.anchor(db, item["id"]) or {}
    if not any(photos.path_of(store, photo).exists() for photo in told.get("photos", [])):
        yield from _frames(item["id"], told)
    for model in item.get("role_models", []):
        if model["latest"]:
            yield Wanted(model["habit"]["id"], model["latest"]["date"], model["latest"]["n"])


def _frames(habit: str, anchor: Body | None) -> Iterator[WantedAnchor]:
    """All of them; what stands beside a day at its own address needs none."""
    if anchor and anchor.get("version") and anchor["kind"] != beside.YESTERDAY:
        for n in range(anchor["frames"]):
            yield WantedAnchor(habit, anchor["version"], n)


def _faces(item: Body) -> Iterator[WantedFace]:
    for told in item["crowd"]:
        if told.get("picture"):
            yield WantedFace(item["id"], item["date"], told["person"]["id"], told["picture"])


def _cheering(item: Body) -> Iterator[WantedSent]:
    """Faces in the cheers about the miss that is open."""
    miss = item.get("miss") or {}
    for told in item["crowd"]:
        picture = (told["miss_answer"] or {}).get("picture")
        if picture and miss:
            yield WantedSent(told["person"]["id"], picture, miss["id"], "", "")


def _sent(notices: Iterable[Body]) -> Iterator[WantedSent]:
    for told in notices:
        if told.get("picture") and told["person"]:
            miss, habit, day = told["miss"] or "", told["habit"] or "", told["date"] or ""
            yield WantedSent(told["person"]["id"], told["picture"], miss, habit, day)


def _own_photos(store: Store, days: dict[str, Body]) -> Iterator[Wanted]:
    """The first one and the last seven: the anchor and the flip-book."""
    shown = _shown(days)
    yield from _not_here(store, [*shown[:1], *shown[-FLIPBOOK:]])


def _film_photos(store: Store, habit: Body, days: dict[str, Body]) -> Iterator[Wanted]:
    """All of a season whose last day was judged and whose end nobody has answered yet: its film."""
    seasons, judged = seasons_of(habit), habit["judged_through"]
    if seasons and seasons[-1].closed_on is None and judged and judged >= seasons[-1].last.isoformat():
        yield from _not_here(store, [day for day in _shown(days) if day["date"] >= seasons[-1].first.isoformat()])


def _album_photos(store: Store, days: dict[str, Body], month: str) -> Iterator[Wanted]:
    """What the habit's page shows: the month that is open, newest first, and the film."""
    shown = _shown(days)
    yield from _not_here(store, [day for day in reversed(shown) if day["date"].startswith(month)])
    yield from _not_here(store, albums.film_of(shown))


def _days_to_letters(store: Store, days: dict[str, Body], opened: list[Body]) -> Iterator[Wanted]:
    """The last seven on the way to each gold letter: they stand under it."""
    for letter in opened:
        way = dict(sorted(days.items())[: letter["milestone"]])
        yield from _not_here(store, _shown(way)[-FLIPBOOK:])


def _shown(days: dict[str, Body]) -> list[Body]:
    return [day for _, day in sorted(days.items()) if any(slot["state"] == "ready" for slot in day["photos"])]


def _not_here(store: Store, days: list[Body]) -> Iterator[Wanted]:
    for day in days:
        slot = next(slot for slot in day["photos"] if slot["state"] == "ready")
        if not photos.path_of(store, slot["photo"]).exists():
            yield Wanted(day["habit"], day["date"], slot["n"])


def _is_here(store: Store, day: Body | None, n: int) -> bool:
    slots = day["photos"] if day else []
    return any(slot["n"] == n and photos.path_of(store, slot["photo"]).exists() for slot in slots)


def _card_photos(cards: Iterable[Body]) -> Iterator[Wanted | WantedAnchor]:
    for card in cards:
        for slot in card["photos"][:1]:
            yield Wanted(card["habit"]["id"], card["date"], slot["n"])
        anchor = card.get("anchor")
        if anchor and anchor["kind"] == beside.YESTERDAY:
            yield Wanted(anchor["habit"], anchor["date"], anchor["n"])
        elif anchor:
            yield WantedAnchor(card["habit"]["id"], anchor["version"], 0)
        elif card["first_photo"]:
            yield Wanted(card["habit"]["id"], card["first_photo"]["date"], card["first_photo"]["n"])
