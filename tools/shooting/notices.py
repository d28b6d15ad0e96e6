"""News for the pictures."""

from dataclasses import replace

from mobile.presenters.people_state import Leads, NoticesState, NoticeView
from mobile.presenters.rounds_state import ReactionChoice
from mobile.presenters.views import FaceView
from shared import limits
from shared.moods import Expression
from tools.shooting import today


def notice(number: int, text: str, when: str, who: tuple[str, str] | None, leads: Leads, *, unread: bool = False,
           ) -> NoticeView:  # fmt: skip
    face = FaceView(who[0].lower(), who[0], who[1], Expression.COLOUR) if who else None
    return NoticeView(f"n{number}", text, when, unread, face, "h1", "2026-11-23", leads)


REMINDER = notice(1, "Day 41? Maya will see it.", "This morning", today.MAYA, Leads.OWN_DAY, unread=True)
LONG = notice(
    2, "Maximiliane-Theodora would like you to look, once a day, for 30 days.", "This morning", today.IDA, Leads.OFFER,
    unread=True,
)  # fmt: skip
NEWS = NoticesState(
    items=(
        notice(3, "Maya saw you first.", "This evening", today.MAYA, Leads.OWN_DAY, unread=True),
        notice(4, "Sam's day stayed empty. Cheer, or let it go?", "This morning", today.SAM, Leads.ROUNDS),
        notice(5, "Day 41? Any time before you sleep.", "This morning", None, Leads.OWN_DAY),
        notice(6, "Kai is in.", "Sunday, evening", today.KAI, Leads.OWN_DAY),
    )
)
_SIX = tuple(ReactionChoice(kind, kind.title(), chosen=False) for kind in limits.REACTIONS)
RELAY = replace(
    notice(
        7, "Tess showed up. Yours could be the first face.", "This afternoon", today.TESS, Leads.ROUNDS, unread=True
    ),
    choices=_SIX,
)
LONG_NEWS = NoticesState(items=(LONG, *NEWS.items))
RELAYED = NoticesState(items=(RELAY, *NEWS.items))
