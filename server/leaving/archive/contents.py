"""Everything an export holds, and everything it leaves out and why: the whole list, on one screen.

A test walks every model there is and fails until it stands here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from server.beside import exporting as beside
from server.challenges import exporting as challenges
from server.coins import exporting as coins
from server.comments import exporting as comments
from server.feed import exporting as feed
from server.guests import exporting as guests
from server.habits import exporting as habits
from server.letters import exporting as letters
from server.media import exporting as media
from server.moderation import exporting as moderation
from server.notifications import exporting as notifications
from server.nudges import exporting as nudges
from server.people import exporting as people
from server.people.models import Person
from server.responses import exporting as responses

VERSION = 1
"""Of the shape of data.json, told in docs/leaving.md. Fields are added without a new one, never renamed or removed."""
Rows = Callable[[Person], Iterator[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Section:
    """A list in data.json. `models` are those whose rows it tells; `table`: it is also a sheet of its own."""

    name: str
    rows: Rows
    models: tuple[str, ...]
    table: bool = False


def sections(now: datetime) -> tuple[Section, ...]:
    """In the order in which they are written; what depends on the time is told as it is at `now`."""
    return (
        *_about_people(), *_about_promises(now), *_about_answers(), *_about_letters(), *_about_kith(now)
    )  # fmt: skip


def _about_people() -> tuple[Section, ...]:
    return (
        Section("profile", people.profile, ("people.Person",)),
        Section("addresses", people.addresses, ("account.EmailAddress",)),
        Section("terms", people.terms, ("people.TermsAcceptance",)),
        Section("arrival", people.arrival, ("people.Arrival",)),
        Section("clocks", people.clocks, ("people.ClockChange",)),
        Section("friends", people.friends, ("people.Friendship",)),
        Section("circles", people.circles, ("people.Circle", "people.CircleMember")),
        Section("invites", people.invites, ("people.Invite",)),
        Section("distances", people.distances, ("people.Distance",)),
        Section("blocks", people.blocks, ("people.Block",)),
        Section("devices", people.devices, ("people.Session",)),
        Section("second_factors", people.second_factors, ("mfa.Authenticator",)),
    )  # fmt: skip


def _about_promises(now: datetime) -> tuple[Section, ...]:
    return (
        Section(
            "habits", partial(habits.habits, now=now),
            ("habits.Habit", "habits.ScheduleVersion", "habits.Season", "habits.ReminderTime", "habits.CircleAudience"),
            table=True,
        ),
        Section("check_ins", habits.check_ins, ("habits.CheckIn", "habits.CheckInPhoto"), table=True),
        Section("days", partial(habits.days, now=now), (), table=True),
        Section("misses", habits.misses, ("habits.Miss",)),
        Section("rests", habits.rests, ("habits.Rest",), table=True),
        Section("audience", habits.audience, ("habits.Seat",)),
        Section("seats", habits.seats, ("habits.Seat",)),
        Section("anchors", beside.anchors, ("beside.Anchor", "beside.AnchorFrame")),
        Section("role_models", beside.role_models, ("beside.RoleModel",)),
        Section("less_of", feed.less, ("feed.LessOf",)),
        Section("challenges", challenges.challenges, ("challenges.Challenge", "challenges.Membership")),
        Section("challenge_invitations", challenges.challenge_invitations, ("challenges.Invitation",)),
        Section("carries", challenges.carries, ("challenges.CarryRow",)),
        Section("coins", coins.coins, ("coins.CoinTransfer",)),
        Section("offers", coins.offers, ("coins.Offer",)),
        Section("coins_wanted", coins.coins_wanted, ("coins.NoCoins",)),
        Section("photos", media.photos, ("media.Photo",)),
    )  # fmt: skip


def _about_answers() -> tuple[Section, ...]:
    return (
        Section("answers_received", responses.answers_received, ("responses.Reaction",), table=True),
        Section("answers_given", responses.answers_given, ("responses.Reaction",), table=True),
        Section("looks_received", responses.looks_received, ("responses.Look",)),
        Section("looks_given", responses.looks_given, ("responses.Look",)),
        Section("miss_looks_received", responses.miss_looks_received, ("responses.MissLook",)),
        Section("miss_looks_given", feed.miss_looks_given, ("responses.MissLook",)),
        Section("cheers_received", responses.cheers_received, ("responses.MissAnswer",)),
        Section("miss_answers_given", feed.miss_answers_given, ("responses.MissAnswer",)),
    )  # fmt: skip


def _about_letters() -> tuple[Section, ...]:
    return (
        Section("blue_letters", letters.blue_letters, ("letters.BlueLetter",)),
        Section("sealed_letters", letters.sealed_letters, ("letters.SealedLetter",)),
        Section("gold_letters_received", letters.gold_letters_received, ("letters.GoldLetter",)),
        Section("gold_letters_written", letters.gold_letters_written, ("letters.GoldLetter",)),
        Section("guest_links", guests.guest_links, ("guests.GuestLink",)),
        Section("nudges_received", nudges.nudges_received, ("nudges.Nudge",)),
        Section("nudges_sent", nudges.nudges_sent, ("nudges.Nudge",)),
        Section("comments_received", comments.comments_received, ("comments.Comment",)),
        Section("comments_written", comments.comments_written, ("comments.Comment",)),
        Section("visits", letters.visits, ("letters.Visit",)),
    )  # fmt: skip


def _about_kith(now: datetime) -> tuple[Section, ...]:
    return (
        Section("notices", partial(notifications.notices, now=now), ("notifications.Notice",)),
        Section("reports", moderation.reports, ("moderation.Report",)),
    )  # fmt: skip


LEFT_OUT: Mapping[str, str] = {
    "kernel.Fact": "repeats by id what the rows themselves tell, and is forgotten after 90 days",
    "kernel.ChangeCounter": "a number that only synchronisation needs",
    "kernel.Allowance": "how often something was asked for, under a digest, gone when the while is over",
    "kernel.OutgoingMail": "a letter on its way; its row goes when it is sent",
    "kernel.Heartbeat": "is about the server",
    "notifications.RoundsBell": "when the next push is due; the hour itself is in the profile",
    "notifications.Relay": "when a friend may be asked for an answer; the day itself is there",
    "notifications.Delivery": "how a notice travelled; the notice is there",
    "moderation.Ruling": "what moderators decided; what they told somebody is among the notices",
    "leaving.Export": "is the package itself",
    "leaving.Departure": "is told on the page where it can be taken back",
    "leaving.LeaveLink": "is a key, gone within the hour",
    "account.EmailConfirmation": "is a key, and not used: addresses are confirmed by code",
    "admin.LogEntry": "what hosts did in the admin; of somebody's own deeds there are none",
    "auth.Group": "is about the admin's rights",
    "auth.Permission": "is about the admin's rights",
    "auth.Group_permissions": "is about the admin's rights",
    "people.Person_groups": "is about the admin's rights",
    "people.Person_user_permissions": "is about the admin's rights",
    "contenttypes.ContentType": "is about the program",
    "sessions.Session": "not used: sessions are people.Session",
}
