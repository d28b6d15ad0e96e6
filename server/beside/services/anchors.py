"""Choosing what a habit's check-ins are shown beside."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from server.beside.models import Anchor, AnchorFrame
from server.habits.models import CheckIn, CheckInPhoto, Habit
from server.habits.selectors.days import get_visible_check_in
from server.habits.services.locks import lock_own_habit
from server.media.models import Photo, PhotoState
from server.media.services import discard_photos, mark_attached
from server.people.models import Person
from shared.codes import Code, Refused


@transaction.atomic
def stand_beside_day_one(*, owner: Person, habit_id: UUID) -> None:
    """The habit's own day 1, as before anything was chosen. Raises Refused(not_found)."""
    _clear(lock_own_habit(owner, habit_id))


@transaction.atomic
def stand_beside_yesterday(*, owner: Person, habit_id: UUID, now: datetime) -> None:
    """Its own latest photo of an earlier day. Raises Refused(not_found)."""
    habit = lock_own_habit(owner, habit_id)
    if not Anchor.objects.filter(habit=habit, kind=Anchor.Kind.YESTERDAY).exists():
        _clear(habit)
        Anchor.objects.create(habit=habit, kind=Anchor.Kind.YESTERDAY, created_at=now)


@transaction.atomic
def stand_beside_pictures(*, owner: Person, habit_id: UUID, photo_ids: Sequence[UUID], now: datetime) -> None:
    """One picture, or several that play as a clip, sent before. The same pictures again are done.

    Raises Refused: not_found, photo_missing or the photo's own refusal where there is no picture, photo_conflict if
    one shows something else already.
    """
    habit = lock_own_habit(owner, habit_id)
    wanted = list(dict.fromkeys(photo_ids))
    if list(_frames(habit).order_by("n").values_list("photo_id", flat=True)) == wanted:
        return
    photos = [_get_picture(owner, habit, photo_id) for photo_id in wanted]
    _clear(habit, keep=wanted)
    anchor = Anchor.objects.create(habit=habit, kind=Anchor.Kind.PICTURE, created_at=now)
    AnchorFrame.objects.bulk_create(AnchorFrame(anchor=anchor, n=n, photo=photo) for n, photo in enumerate(photos))
    mark_attached(photos, now=now)


@transaction.atomic
def stand_beside_check_in(*, owner: Person, habit_id: UUID, their_id: UUID, day: date, now: datetime) -> None:
    """A check-in the owner may see now, their own or a friend's. The same again is done.

    Raises Refused: not_found, own_anchors_only where the habit is sensitive and the check-in a friend's.
    """
    habit = lock_own_habit(owner, habit_id)
    check_in = get_visible_check_in(owner, their_id, day)
    if check_in.owner_id != owner.id and check_in.hidden_at:
        raise Refused(Code.NOT_FOUND)
    if check_in.owner_id != owner.id and habit.sensitive:
        raise Refused(Code.OWN_ANCHORS_ONLY)
    put_check_in_beside(habit, check_in, by_offer=False, now=now)


def put_check_in_beside(habit: Habit, check_in: CheckIn, *, by_offer: bool, now: datetime) -> None:
    """Within a transaction that holds the habit: this check-in and nothing else, from now on."""
    _clear(habit)
    Anchor.objects.create(
        habit=habit, kind=Anchor.Kind.CHECK_IN, check_in=check_in, by_offer=by_offer, created_at=now
    )  # fmt: skip


def _get_picture(owner: Person, habit: Habit, photo_id: UUID) -> Photo:
    photo = Photo.objects.select_for_update().filter(id=photo_id, owner=owner).first()
    if photo is None:
        raise Refused(Code.PHOTO_MISSING, "This picture never arrived.")
    if photo.state == PhotoState.REFUSED:
        raise Refused(photo.code, photo.detail)
    if photo.attached_at and not _frames(habit).filter(photo=photo).exists():
        raise Refused(Code.PHOTO_CONFLICT)
    return photo


def _clear(habit: Habit, keep: Sequence[UUID] = ()) -> None:
    """Take away what stood there, and its pictures, unless a day shows one of them."""
    frames = _frames(habit).exclude(photo__in=keep).select_related("photo")
    on_days = CheckInPhoto.objects.filter(photo__in=frames.values("photo")).values_list("photo_id", flat=True)
    left = [frame.photo for frame in frames if frame.photo_id not in set(on_days)]
    Anchor.objects.filter(habit=habit).delete()
    discard_photos(left)


def _frames(habit: Habit) -> QuerySet[AnchorFrame]:
    return AnchorFrame.objects.filter(anchor__habit=habit)
