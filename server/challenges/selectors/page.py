"""The group's page as one member sees it now: a constant number of queries, however many are in it for however long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from server.challenges.models import Invitation, Membership
from server.challenges.selectors.groups import Group, load_group
from server.challenges.selectors.reading import forks_of, get_membership, invitations_by
from server.challenges.selectors.sight import may_look, shown_to, visible_check_ins
from server.habits.models import CheckIn, CheckInPhoto
from server.habits.selectors.days import slots_of
from server.people.models import Person
from shared.challenges.chain import Chain, chain
from shared.challenges.kinds import Kind
from shared.days import habit_day


@dataclass(frozen=True, slots=True)
class View:
    """A group as one member sees it. `shown` are those whose days they see; the others' are empty to them."""

    viewer: Person
    group: Group
    shown: Mapping[UUID, Membership]
    chain: Chain | None

    def days_of(self, person_id: UUID) -> list[date]:
        """The dates on which somebody was in. In a chain whoever was carried is, too, and nobody is told which."""
        if person_id not in self.shown:
            return []
        if self.chain is not None:
            return [one.day for one in self.chain.days if person_id in one.present]
        member = next(one for one in self.group.members if one.key == person_id)
        return [day for day in sorted(member.kept) if member.is_in(day)]


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody on one date. `is_in`: as far as the viewer may know. Without a `check_in` there is nothing to look at;
    one that is `blurred` is there and may not be looked at yet."""

    person: Person
    is_in: bool
    check_in: CheckIn | None = None
    slots: Sequence[CheckInPhoto] = ()
    blurred: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """`today` is the viewer's own habit day."""

    mine: Membership
    view: View
    today: date
    faces: Sequence[Face]
    forks: int
    invitations: Sequence[Invitation]


def read_page(viewer: Person, challenge_id: UUID, *, now: datetime) -> Page:
    """Raises Refused(not_found) for whoever is not in it."""
    mine = get_membership(viewer, challenge_id)
    view = _view(viewer, mine, now)
    today = habit_day(view.group.clocks[viewer.id], now)
    return Page(
        mine=mine, view=view, today=today, faces=_faces(view, today, now), forks=forks_of(mine.challenge),
        invitations=invitations_by(viewer, mine.challenge, now=now),
    )  # fmt: skip


def read_faces(viewer: Person, challenge_id: UUID, day: date, *, now: datetime) -> tuple[View, list[Face]]:
    """Everybody on one date. Raises Refused(not_found)."""
    view = _view(viewer, get_membership(viewer, challenge_id), now)
    return view, _faces(view, day, now)


def _view(viewer: Person, mine: Membership, now: datetime) -> View:
    group = load_group(mine.challenge)
    linked = chain(group.run, group.members, group.carries) if group.kind is Kind.CHAIN else None
    return View(viewer, group, shown_to(viewer, group, now=now), linked)


def _faces(view: View, day: date, now: datetime) -> list[Face]:
    """Whoever is suspended, or going, is not here; whoever left or may not be seen is, with an empty day."""
    group, there = view.group, visible_check_ins(view.viewer, list(view.shown.values()), day)
    posted = {
        key: one for key, one in there.items() if day in group.posts.get(key, ()) and not group.challenge.ended_at
    }
    open_ones = {key for key in posted if may_look(view.viewer, group, view.shown[key], day, now=now)}
    slots = slots_of([posted[key] for key in open_ones])
    faces = []
    for key, person in group.people.items():
        if not person.is_active:
            continue
        is_in, check_in = day in view.days_of(key), posted.get(key)
        shown = slots[check_in.id] if check_in is not None and key in open_ones else ()
        faces.append(Face(person, is_in, check_in, shown, check_in is not None and key not in open_ones))
    return faces
