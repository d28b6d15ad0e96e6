"""Whose days a member may look at on the group's page, decided at every read."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from server.challenges.models import Membership
from server.challenges.selectors.groups import Group, load_group, span_of
from server.challenges.selectors.reading import get_membership
from server.habits.models import CheckIn, CheckInPhoto
from server.habits.selectors.days import standing_check_ins
from server.media.models import Photo
from server.people.models import Block, Distance, Person
from shared.challenges.ends import over_through
from shared.challenges.kinds import Kind
from shared.challenges.league import Standing, monday_of, standing
from shared.challenges.together import is_open
from shared.codes import Code, Refused
from shared.days import habit_day


def hidden_from(viewer: Person, person_ids: Collection[UUID]) -> set[UUID]:
    """Of these, those whose days and words this viewer never sees: a block either way, or kept at a distance.

    Two queries. Their days look empty, which may mean anything.
    """
    blocks = Block.objects.filter(
        Q(blocker=viewer, blocked__in=person_ids) | Q(blocked=viewer, blocker__in=person_ids)
    ).values_list("blocker_id", "blocked_id")
    apart = Distance.objects.filter(person__in=person_ids, friend=viewer, restricted_at__isnull=False)
    return {one for pair in blocks for one in pair if one != viewer.id} | set(apart.values_list("person_id", flat=True))


def shown_to(viewer: Person, group: Group, *, now: datetime) -> dict[UUID, Membership]:
    """By person: those whose days this member sees, themselves among them. Of a league: the leader and oneself."""
    hidden = hidden_from(viewer, set(group.people) - {viewer.id})
    seen = {row.person_id: row for row in group.present if row.person.is_active and row.person_id not in hidden}
    if group.kind is not Kind.LEAGUE:
        return seen
    return {key: row for key, row in seen.items() if key in {viewer.id, week_of(viewer, group, seen, now=now).leader}}


def week_of(viewer: Person, group: Group, seen: Collection[UUID], *, now: datetime) -> Standing:
    """The week of a league this viewer lives, kept within the run, among those whom they may see."""
    today = min(max(habit_day(group.clocks[viewer.id], now), group.run.starts_on), group.run.ends_on)
    playing = [member for member in group.members if member.key in seen]
    over = {key: over_through(clock, group.grace(key), now) for key, clock in group.clocks.items()}
    return standing(group.run, playing, viewer.id, monday_of(today), over_through=over)


def may_look(viewer: Person, group: Group, owner: Membership, day: date, *, now: datetime) -> bool:
    """Whether this member may look at what `owner` posted on `day`: both were in it, it runs, and nothing is blurred.

    One's own is always open.
    """
    mine = group.membership(viewer.id)
    if owner.person_id == viewer.id:
        return True
    if mine is None or group.challenge.ended_at is not None:
        return False
    if not (
        group.run.starts_on <= day <= group.run.ends_on and span_of(mine).covers(day) and span_of(owner).covers(day)
    ):
        return False
    if group.kind is not Kind.TOGETHER:
        return True
    today = habit_day(group.clocks[viewer.id], now)
    return is_open(day, own_today=today, own_posts=group.posts.get(viewer.id, frozenset()))


def visible_check_ins(viewer: Person, owners: Collection[Membership], day: date) -> dict[UUID, CheckIn]:
    """By person: the day's check-in of the habit each of these members brought, if it may be shown. One query."""
    habits = {row.habit_id: row.person_id for row in owners}
    standing = standing_check_ins().filter(habit__in=habits, date=day, habit__archived_at__isnull=True)
    shown = standing.filter(Q(hidden_at__isnull=True) | Q(owner=viewer))
    return {habits[one.habit_id]: one for one in shown}


def get_member_photo(
    viewer: Person, challenge_id: UUID, person_id: UUID, day: date, n: int, *, now: datetime
) -> Photo:  # fmt: skip
    """A photo a co-member showed on `day`, at the moment of asking. Raises Refused(not_found)."""
    group = load_group(get_membership(viewer, challenge_id).challenge)
    owner = shown_to(viewer, group, now=now).get(person_id)
    if owner is None or not may_look(viewer, group, owner, day, now=now):
        raise Refused(Code.NOT_FOUND)
    check_in = visible_check_ins(viewer, [owner], day).get(person_id)
    slot = CheckInPhoto.objects.filter(check_in=check_in, n=n, removed_at__isnull=True).select_related("photo").first()
    if check_in is None or slot is None or slot.photo is None:
        raise Refused(Code.NOT_FOUND)
    return slot.photo


def co_members_of(person: Person) -> QuerySet[Membership, UUID]:
    """Whom this person keeps a promise together with now, as a query to filter by."""
    mine = Membership.objects.filter(person=person, left_at__isnull=True, challenge__ended_at__isnull=True)
    theirs = Membership.objects.filter(challenge__in=mine.values("challenge"), left_at__isnull=True)
    return theirs.exclude(person=person).values_list("person_id", flat=True)


def shown_in_groups(person: Person) -> QuerySet[CheckIn, UUID]:
    """Check-ins of co-members while both are in it, as a query to filter by. What is blurred is not told apart."""
    mine = Membership.objects.filter(
        person=person, challenge=OuterRef("challenge"), left_at__isnull=True, first__lte=OuterRef(OuterRef("date"))
    )
    theirs = Membership.objects.filter(
        Exists(mine), habit=OuterRef("habit"), left_at__isnull=True, first__lte=OuterRef("date"),
        challenge__ended_at__isnull=True, challenge__starts_on__lte=OuterRef("date"),
        challenge__ends_on__gte=OuterRef("date"),
    ).exclude(person=person)  # fmt: skip
    blocked = Block.objects.filter(
        Q(blocker=person, blocked=OuterRef("owner")) | Q(blocked=person, blocker=OuterRef("owner"))
    )
    return standing_check_ins().filter(Exists(theirs), ~Exists(blocked)).values_list("pk", flat=True)
