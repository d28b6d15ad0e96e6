"""The tellers of what happens in groups. No titles: a lock screen may show these words."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from uuid import UUID

from server.challenges.selectors.groups import Group
from server.notifications import copy
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.present import Present
from shared.challenges.chain import chain, last_to_come
from shared.days import habit_day

_DAY = timedelta(days=1)


def _group(notice: Notice, present: Present) -> Group | None:
    """The group, if the reader is in it now."""
    group = present.groups.groups.get(UUID(notice.payload["challenge"]))
    return group if group and group.membership(notice.recipient_id) else None


def _today(notice: Notice, group: Group, present: Present) -> date:
    return habit_day(group.clocks[notice.recipient_id], present.now)


def _offered(notice: Notice, present: Present) -> str | None:
    """Only while it still lets them in."""
    asked = present.groups.asked.get(UUID(notice.payload["invitation"]))
    return copy.challenge_offered(asked.inviter.name) if asked else None


def _starts(notice: Notice, present: Present) -> str | None:
    group = _group(notice, present)
    ahead = (group.run.starts_on - _today(notice, group, present)).days if group else None
    return copy.challenge_starts(tomorrow=bool(ahead)) if ahead in {0, 1} else None


def _last_to_come(notice: Notice, present: Present) -> str | None:
    """Only while it is their own present date, and still true."""
    group, day = _group(notice, present), date.fromisoformat(notice.payload["date"])
    if group is None or group.challenge.ended_at is not None or _today(notice, group, present) != day:
        return None
    last = last_to_come(group.run, group.members, group.carries, day)
    return copy.last_to_come() if last == notice.recipient_id else None


def _day_kept(notice: Notice, present: Present) -> str | None:
    """Of today or yesterday on the reader's wall: a date that arrived later is found on the page."""
    group, day = _group(notice, present), date.fromisoformat(notice.payload["date"])
    if group is None or abs(_today(notice, group, present) - day) > _DAY:
        return None
    counted = {one.day for one in chain(group.run, group.members, group.carries).days if one.counts}
    return copy.chain_day_kept() if day in counted else None


def _carried(notice: Notice, present: Present) -> str | None:
    made = present.groups.carries.get(UUID(notice.payload["carry"]))
    seen = made is not None and _group(notice, present) is not None
    return copy.carried(made.carrier.name) if made and made.carrier and seen else None


def _ended(notice: Notice, present: Present) -> str | None:
    group = _group(notice, present)
    return copy.challenge_ended() if group and group.challenge.ended_at else None


TELLERS: Mapping[Kind, Callable[[Notice, Present], str | None]] = {
    Kind.CHALLENGE_OFFERED: _offered,
    Kind.CHALLENGE_STARTS: _starts,
    Kind.LAST_TO_COME: _last_to_come,
    Kind.CHAIN_DAY_KEPT: _day_kept,
    Kind.CARRIED: _carried,
    Kind.CHALLENGE_ENDED: _ended,
}
