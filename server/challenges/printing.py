"""Challenges as JSON: what was kept, and never what was not."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from server.challenges.models import Challenge, Invitation, Membership
from server.challenges.selectors.page import Face, Page, View
from server.challenges.selectors.sight import week_of
from server.habits.models import CheckIn
from server.habits.printing_days import print_amount, print_instant
from server.people.printing import brief
from shared.challenges import together
from shared.challenges.duet import duet
from shared.challenges.goal import given_by, goal
from shared.challenges.kinds import SIZES, Kind
from shared.zones import load

MINUTES = 60


def print_terms(challenge: Challenge) -> dict[str, Any]:
    """What everybody who is in it or asked to it may know."""
    return {
        "id": str(challenge.id), "kind": challenge.kind, "title": challenge.title, "icon": challenge.icon,
        "starts_on": challenge.starts_on.isoformat(), "ends_on": challenge.ends_on.isoformat(),
        "weekdays": challenge.weekdays, "unit": challenge.unit, "goal": print_amount(challenge.goal),
        "asks_at": challenge.asks_at, "reward": challenge.reward, "ended": challenge.ended_at is not None,
    }  # fmt: skip


def print_mine(mine: Membership) -> dict[str, Any]:
    """One of the list of those I am in."""
    return print_terms(mine.challenge) | {"habit": str(mine.habit_id), "first": mine.first.isoformat()}


def print_asked(invitation: Invitation) -> dict[str, Any]:
    """What somebody reads before they come in: what it is and who asks, and nobody else."""
    return {
        "challenge": print_terms(invitation.challenge), "inviter": brief(invitation.inviter),
        "expires_at": print_instant(invitation.expires_at),
    }  # fmt: skip


def print_invitation(invitation: Invitation) -> dict[str, Any]:
    """For whoever made it."""
    person = invitation.person
    return {
        "id": str(invitation.id), "person": brief(person) if person else None,
        "expires_at": print_instant(invitation.expires_at),
    }  # fmt: skip


def print_page(page: Page, *, now: datetime) -> dict[str, Any]:
    challenge = page.view.group.challenge
    return {
        **print_terms(challenge),
        "today": page.today.isoformat(),
        "habit": str(page.mine.habit_id),
        "first": page.mine.first.isoformat(),
        "created_by_me": challenge.creator_id == page.view.viewer.id,
        "open_to_fork": challenge.open_to_fork,
        "room": max(0, SIZES[page.view.group.kind].most - len(page.view.group.present)),
        "started_from": _print_origin(challenge),
        "forks": page.forks,
        "members": [
            {"person": brief(face.person), "days": [day.isoformat() for day in page.view.days_of(face.person.id)]}
            for face in page.faces
        ],
        "faces": print_faces(page.faces, page.view),
        "invitations": [print_invitation(one) for one in page.invitations],
        "progress": _PROGRESS[page.view.group.kind](page, now),
    }


def print_faces(faces: Sequence[Face], view: View) -> list[dict[str, Any]]:
    return [
        {
            "person": brief(face.person), "is_in": face.is_in, "blurred": face.blurred,
            "posted": _print_posted(face, view) if face.check_in and not face.blurred else None,
        }
        for face in faces
    ]  # fmt: skip


def _print_posted(face: Face, view: View) -> dict[str, Any] | None:
    """No amounts: what each gave would be a ranking. No habit: the group knows the promise, not where it stands."""
    check_in = face.check_in
    if check_in is None:
        return None
    mine = check_in.owner_id == view.viewer.id
    return {
        "check_in": str(check_in.id), "caption": check_in.caption if mine else check_in.public_caption,
        "part_of_day": _part_of_day(check_in, view.group.challenge), "late": check_in.late, "source": check_in.source,
        "photos": [{"n": s.n, "width": s.photo.width, "height": s.photo.height} for s in face.slots if s.photo],
    }  # fmt: skip


def _part_of_day(check_in: CheckIn, challenge: Challenge) -> str:
    local = check_in.captured_at.astimezone(load(check_in.zone))
    minute = local.hour * MINUTES + local.minute
    if challenge.asks_at is not None:
        return together.part_of_day(minute, challenge.asks_at)
    return together.part_of(minute)


def _print_origin(challenge: Challenge) -> dict[str, Any] | None:
    """Whose it started from, by name alone, for as long as they let others start from theirs."""
    first = challenge.forked_from
    if first is None:
        return None
    named = first.open_to_fork and first.creator.is_active
    return {"title": first.title, "name": first.creator.name if named else ""}


def _none() -> dict[str, Any]:
    return {"days": [], "links": None, "total": None, "mine": None, "reached_on": None, "week": None}


def _duet(page: Page, now: datetime) -> dict[str, Any]:
    found = duet(page.view.group.run, page.view.group.members)
    return _none() | {"days": _dates(found.side_by_side)}


def _together(page: Page, now: datetime) -> dict[str, Any]:
    found = together.together(page.view.group.run, page.view.group.members)
    return _none() | {"days": _dates([day for day, count in found.there if count])}


def _chain(page: Page, now: datetime) -> dict[str, Any]:
    days = page.view.chain.days if page.view.chain else ()
    counted = [one.day for one in days if one.counts]
    return _none() | {"days": _dates(counted), "links": len(counted)}


def _goal(page: Page, now: datetime) -> dict[str, Any]:
    group, challenge = page.view.group, page.view.group.challenge
    found = goal(group.run, group.members, challenge.goal or Decimal(0), remembered=challenge.remembered)
    mine = next(one for one in group.members if one.key == page.view.viewer.id)
    return _none() | {
        "total": print_amount(found.total), "mine": print_amount(given_by(group.run, mine)),
        "reached_on": found.reached_on.isoformat() if found.reached_on else None,
    }  # fmt: skip


def _league(page: Page, now: datetime) -> dict[str, Any]:
    """Whoever is shown is the viewer, or leads."""
    week = week_of(page.view.viewer, page.view.group, page.view.shown, now=now)
    leader = page.view.group.people[week.leader] if week.leader else None
    return _none() | {
        "week": {
            "monday": week.monday.isoformat(), "mine": week.mine, "lead": week.lead,
            "leader": brief(leader) if leader else None,
        }
    }  # fmt: skip


_PROGRESS = {
    Kind.DUET: _duet, Kind.TOGETHER: _together, Kind.CHAIN: _chain, Kind.GOAL: _goal, Kind.LEAGUE: _league,
}  # fmt: skip


def _dates(days: Iterable[date]) -> list[str]:
    return [day.isoformat() for day in days]
