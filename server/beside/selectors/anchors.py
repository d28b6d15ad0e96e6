"""What stands beside a check-in, for one viewer at this moment. What they may not see is as if it were not there."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from server.beside.models import Anchor, AnchorFrame
from server.beside.ties import kept_as_friend
from server.habits.models import CheckIn, CheckInPhoto
from server.habits.selectors.audiences import get_visible_habit, open_seats, visible_habit_ids
from server.habits.selectors.days import day_numbers, slots_of, standing_check_ins
from server.habits.selectors.photo_places import latest_before
from server.media.models import Photo, PhotoState
from server.people.models import Person
from server.people.selectors import muted_by, person_clock
from shared.codes import Code, Refused
from shared.days import habit_day

Day = tuple[UUID, date]
"""A habit and one of its days."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An anchor as one viewer sees it: its pictures in their order, and the check-in they are of, if they are of one.

    `n` is the slot of that check-in's photo.
    """

    anchor: Anchor
    photos: Sequence[Photo]
    check_in: CheckIn | None = None
    n: int | None = None
    day_number: int | None = None


def anchors_of(days: Collection[Day], *, viewer: Person) -> dict[Day, Beside]:
    """By habit day; one beside which the habit's own day 1 stands is left out. A constant number of queries."""
    anchors = {anchor.habit_id: anchor for anchor in _standing(viewer).filter(habit__in={habit for habit, _ in days})}
    if not anchors:
        return {}
    asked = [(day, anchors[day[0]]) for day in days if day[0] in anchors]
    check_ins = _check_ins_of(asked, viewer)
    slots, numbers, frames = slots_of(check_ins.values()), day_numbers(check_ins.values()), _frames(anchors.values())
    found: dict[Day, Beside] = {}
    for day, anchor in asked:
        beside = Beside(anchor, frames[anchor.id])
        if day in check_ins:
            beside = _of_check_in(anchor, check_ins[day], slots, numbers)
        if beside.photos:
            found[day] = beside
    return found


def own_anchor(owner: Person, habit_id: UUID, *, now: datetime) -> Beside | None:
    """What the owner sees beside this habit's present day."""
    return _on(owner, habit_id, habit_day(person_clock(owner.id), now))


def get_anchor_photo(viewer: Person, habit_id: UUID, n: int, *, now: datetime) -> Photo:
    """Picture `n`, from 0, of what stands beside this habit's present day. Raises Refused(not_found)."""
    habit, _ = get_visible_habit(viewer, habit_id)
    beside = _on(viewer, habit_id, habit_day(person_clock(habit.owner_id), now))
    if beside is None or n >= len(beside.photos):
        raise Refused(Code.NOT_FOUND)
    return beside.photos[n]


def frames_of(anchor_id: UUID) -> list[Photo]:
    """The pictures of one anchor in their order, whoever may see them: for whoever moderates."""
    frames = AnchorFrame.objects.filter(anchor=anchor_id, photo__state=PhotoState.READY)
    return [frame.photo for frame in frames.select_related("photo").order_by("n")]


def _on(viewer: Person, habit_id: UUID, day: date) -> Beside | None:
    return anchors_of([(habit_id, day)], viewer=viewer).get((habit_id, day))


def _standing(viewer: Person) -> QuerySet[Anchor]:
    """Anchors that hold for who chose them: of a friend's check-ins only those they may see at this moment.

    Beside a sensitive habit stand its owner's own pictures only, and what a moderator hid is the owner's alone.
    """
    friend = Q(habit__sensitive=False) & Q(
        kept_as_friend(person=OuterRef("check_in__owner"), friend=OuterRef("habit__owner"))
    )
    seated = Exists(open_seats().filter(habit=OuterRef("check_in__habit"), person=OuterRef("habit__owner")))
    allowed = Q(check_in__habit__beside_allowed=True, check_in__habit__sensitive=False)
    offered = Q(by_offer=True, habit__owner=viewer) & allowed
    own = Q(check_in__isnull=True) | Q(check_in__owner=F("habit__owner"))
    shown = Q(hidden_at__isnull=True) | Q(habit__owner=viewer)
    return Anchor.objects.filter(shown, own | (friend & (Q(seated) | offered))).select_related("habit")


def _check_ins_of(asked: Sequence[tuple[Day, Anchor]], viewer: Person) -> dict[Day, CheckIn]:
    """The check-in that stands beside each of these days, where it is one that this viewer may see."""
    earlier = latest_before([day for day, anchor in asked if anchor.kind == Anchor.Kind.YESTERDAY])
    yesterdays = {day: (day[0], place.date) for day, place in earlier.items()}
    wanted = Q(pk__in=[anchor.check_in_id for _, anchor in asked if anchor.check_in_id])
    for habit_id, on in yesterdays.values():
        wanted |= Q(habit=habit_id, date=on)
    visible = {check_in.id: check_in for check_in in _visible(viewer, asked).filter(wanted)}
    by_day = {(check_in.habit_id, check_in.date): check_in for check_in in visible.values()}
    found = {day: visible.get(anchor.check_in_id) for day, anchor in asked if anchor.check_in_id}
    found |= {day: by_day.get(place) for day, place in yesterdays.items()}
    return {day: check_in for day, check_in in found.items() if check_in is not None}


def _visible(viewer: Person, asked: Sequence[tuple[Day, Anchor]]) -> QuerySet[CheckIn]:
    """Check-ins this viewer may see now; the one photo they started beside of a friend who let them, too."""
    offered = [anchor.check_in_id for _, anchor in asked if anchor.by_offer and anchor.habit.owner_id == viewer.id]
    theirs = Q(owner=viewer) | Q(hidden_at__isnull=True) & (Q(habit__in=visible_habit_ids(viewer)) | Q(pk__in=offered))
    standing = standing_check_ins().filter(theirs, habit__archived_at__isnull=True, owner__is_active=True)
    return standing.exclude(owner__in=muted_by(viewer)).select_related("habit", "owner")


def _of_check_in(
    anchor: Anchor, check_in: CheckIn, slots: Mapping[UUID, list[CheckInPhoto]], numbers: Mapping[UUID, int]
) -> Beside:  # fmt: skip
    for slot in slots[check_in.id]:
        if slot.photo is not None and slot.photo.state == PhotoState.READY:
            return Beside(anchor, [slot.photo], check_in, slot.n, numbers[check_in.id])
    return Beside(anchor, [])


def _frames(anchors: Collection[Anchor]) -> Mapping[UUID, list[Photo]]:
    found: dict[UUID, list[Photo]] = defaultdict(list)
    for frame in AnchorFrame.objects.filter(anchor__in=anchors).select_related("photo").order_by("anchor", "n"):
        found[frame.anchor_id].append(frame.photo)
    return found
