"""The crowd as faces: what each person did, said in a picture and in words, so that neither colour nor sight is needed.

The same rule as on the phone (`shared/moods.py`): a face shows only what that person did.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from server.feed.selectors.today import Today
from server.habits.models import Seat
from server.people.models import Person
from server.responses.selectors import NOTHING, UNSEEN
from shared import sentences as words
from shared.languages import message, say
from shared.limits import FACE
from shared.moods import Act, Expression, Role, expression

DID = {
    Expression.GREY: message("hasn't looked yet"),
    Expression.COLOUR: message("has looked"),
    Expression.SMILING: message("has answered"),
    Expression.DOWN: message("saw that a day stayed empty"),
}


SHORT = {Expression.GREY: message("not yet"), Expression.COLOUR: message("looked"), Expression.DOWN: message("saw")}
"""The same where there is little room, for whoever sees the face as well."""


@dataclass(frozen=True, slots=True)
class Face:
    """`badge` names the little picture beside it; `did` says all of it in words, `short` in one."""

    person_id: str
    name: str
    avatar: str
    look: str
    did: str
    short: str = ""
    badge: str = ""
    picture: bool = False
    """Whether they answered with a picture of their own, which is there to be seen."""
    thankable: bool = False


def plain(person: Person) -> Face:
    """Somebody on a card of their own: as they are."""
    return Face(str(person.id), person.name, person.avatar, Expression.COLOUR.value, "")


def by_closeness(today: Today) -> list[Seat]:
    """The one named in the headline, then witnesses, then the gallery."""
    named = today.named.id if today.named else None
    return sorted(today.seats, key=lambda seat: (seat.person_id != named, seat.role != Role.WITNESS))


def crowd(today: Today) -> list[Face]:
    """Left to right: whoever is closest in the very middle. Alone, the first face is oneself on day 1."""
    if not today.seats:
        return _day_one_me(today)
    found = [_face(seat, today) for seat in by_closeness(today)]
    return list(_from_the_middle([face for face in found if face is not None]))


def saw_miss(today: Today) -> list[str]:
    """Names of those who saw the empty day."""
    if today.miss is None:
        return []
    return [seat.person.name for seat in by_closeness(today) if today.miss.acts.get(seat.person_id, UNSEEN).saw]


def first_answer(today: Today) -> Seat | None:
    """Whoever answered today's check-in before everybody else."""
    answered = [
        (act.answered_at, seat.id, seat)
        for seat in today.seats
        if (act := today.acts.get(seat.person_id, NOTHING)).answer and act.answered_at
    ]
    return min(answered, default=(None, None, None))[2]


def _face(seat: Seat, today: Today) -> Face | None:
    """None for a gallery face while a miss is open: it steps out."""
    act = today.acts.get(seat.person_id, NOTHING)
    about = today.miss.acts.get(seat.person_id, UNSEEN) if today.miss else UNSEEN
    did = Act(
        seat.person_id, Role(seat.role), looked=act.looked_at is not None, answer=act.answer, saw_miss=about.saw,
        miss_answer=about.answer,
    )  # fmt: skip
    look = expression(did, miss_open=today.miss is not None)
    if look is None:
        return None
    badge = act.answer or (about.preset if about.answer == "cheer" else "")
    short = "" if badge or about.answer else say(SHORT.get(look, ""))
    said = say(words.REACTIONS.get(badge) or words.CHEERS.get(badge) or "") or _otherwise(badge, about.answer, look)
    return Face(
        str(seat.person_id), seat.person.name, seat.person.avatar, look.value, said, short,
        "" if badge == FACE else badge, picture=act.picture is not None, thankable=bool(act.answer),
    )  # fmt: skip


def _otherwise(badge: str, about_miss: str | None, look: Expression) -> str:
    if badge == FACE:
        return say("answered with their own face")
    return say("let it go") if about_miss == "let_go" else say(DID[look])


def _from_the_middle(faces: Sequence[Face]) -> deque[Face]:
    row: deque[Face] = deque()
    for number, face in enumerate(faces):
        if number % 2:
            row.appendleft(face)
        else:
            row.append(face)
    return row


def _day_one_me(today: Today) -> list[Face]:
    if today.fold.day_number == 0:
        return []
    me = today.habit.owner
    return [Face(str(me.id), say(words.ALONE_LABEL), me.avatar, Expression.COLOUR.value, "")]
