"""Fills an empty demo with people and three weeks of days; keeps one that has them already."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tzlocal import get_localzone_name

from server.demo import cast, photos
from server.demo.doors import Door
from server.demo.history import Village
from server.demo.timeline import Timeline
from server.notifications.models import Notice
from server.people.models import Person
from server.people.services.arrivals import admit_person
from server.people.services.profile import change_profile
from server.people.services.terms import accept_terms
from server.people.terms import version_in_force
from shared import clock

Say = Callable[[str], object]
NEWS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class DemoPeople:
    owner: Person
    friends: tuple[tuple[Person, str | None], ...]
    """Each friend with what they usually answer."""


def first_days(*, now: datetime, say: Say) -> DemoPeople:
    """Make the demo people and their past if there are none, with the photos of the last days. `now`: instant."""
    if not Person.objects.filter(email=cast.OWNER.email).exists():
        say("Filling Kith with demo people …")
        _tell_the_past(now=now)
        photos.send(photos.first(), say=lambda sent, total: None, stopping=threading.Event())
    owner = Person.objects.get(email=cast.OWNER.email)
    friends = tuple((Person.objects.get(email=friend.email), friend.reaction) for friend in cast.FRIENDS)
    for person in (owner, *(friend for friend, _ in friends)):
        # A demo made with an older Kith: its people agree to whatever is in force now.
        accept_terms(person=person, version=version_in_force(), now=now)
    return DemoPeople(owner, friends)


def remaining_photos(stopping: threading.Event, say: Say) -> None:
    """Draw and upload the older photos, newest first; what a stop leaves undone the next start goes on with."""
    missing = photos.rest()
    if missing:
        photos.send(missing, say=_every_tenth(say), stopping=stopping)


def _every_tenth(say: Say) -> Callable[[int, int], None]:
    def progress(sent: int, total: int) -> None:
        if sent % 10 == 0 or sent == total:
            say(f"older demo photos: {sent} of {total}")

    return progress


def _tell_the_past(*, now: datetime) -> None:
    characters = (cast.OWNER, *cast.FRIENDS)
    doors = {who.key: Door(_join(who)) for who in characters}
    timeline = Timeline(now=now)
    Village(doors=doors, timeline=timeline, zone=get_localzone_name() or "UTC").plan()
    timeline.play()
    # What was told in the past has been read; the last day's is still new.
    Notice.objects.filter(created_at__lt=now - NEWS).update(read_at=now)


def _join(who: cast.Character) -> Person:
    now = clock.now()
    person = admit_person(email=who.email, name=who.name, now=now)
    return change_profile(person=person, avatar=who.avatar, now=now)
