"""What answers mean for the one who was answered: facts of the responses app become notices. Each may run twice."""

from datetime import timedelta
from uuid import UUID

from server.habits.models import CheckIn
from server.habits.selectors.audiences import open_seats
from server.kernel.models import Fact
from server.notifications.kinds import Kind
from server.notifications.models import Notice
from server.notifications.services import KEPT, notify
from server.responses.models import MissAnswer, Reaction

GATHER = timedelta(hours=1)
"""How long answers after the first are waited for, so that they come in one notice."""


def tell_answered(fact: Fact) -> None:
    """The first answer at once, all others in one notice per check-in, whoever's fact is heard first."""
    check_in = CheckIn.objects.filter(id=fact.payload["check_in"], undone_at__isnull=True).first()
    people = _who_answered(check_in) if check_in else []
    # Answers to days that long past are no news, and nobody remembers any more which was told.
    if check_in is None or not people or fact.happened_at - check_in.received_at > KEPT:
        return
    day = {"habit": str(check_in.habit_id), "date": check_in.date.isoformat(), "check_in": str(check_in.id)}
    first, _ = notify(
        recipient_id=check_in.owner_id, kind=Kind.FIRST_ANSWER, about=_posting(check_in), now=fact.happened_at,
        person=str(people[0]), **day,
    )  # fmt: skip
    if {str(person) for person in people} == {first.payload["person"]}:
        return
    _tell_more(fact, check_in, first=first.payload["person"], day=day)


def tell_thanks(fact: Fact) -> None:
    """To the one who answered."""
    payload = fact.payload
    notify(
        recipient_id=UUID(payload["person"]), kind=Kind.THANKS, about=payload["check_in"], now=fact.happened_at,
        habit=payload["habit"], date=payload["date"], check_in=payload["check_in"], person=str(fact.person_id),
    )  # fmt: skip


def tell_cheered(fact: Fact) -> None:
    """To the owner of the empty day. Letting go is silent."""
    payload = fact.payload
    if MissAnswer.objects.filter(miss=payload["miss"], person=payload["person"], kind="cheer").exists():
        notify(
            recipient_id=fact.person_id, kind=Kind.CHEER, about=f"{payload['miss']}:{payload['person']}",
            now=fact.happened_at, habit=payload["habit"], date=payload["date"], miss=payload["miss"],
            person=payload["person"],
        )  # fmt: skip


def _tell_more(fact: Fact, check_in: CheckIn, *, first: str, day: dict[str, str]) -> None:
    notice, made = notify(
        recipient_id=check_in.owner_id, kind=Kind.MORE_ANSWERS, about=_posting(check_in), now=fact.happened_at,
        gather=GATHER, first=first, **day,
    )  # fmt: skip
    if not made and fact.payload["person"] != first:
        # Somebody else's answer makes the notice new once more in the list; it is not sent a second time.
        Notice.objects.filter(pk=notice.pk, read_at__lt=fact.happened_at).update(read_at=None)


def _who_answered(check_in: CheckIn) -> list[UUID]:
    """In their order, those who still have a seat."""
    seated = set(open_seats().filter(habit=check_in.habit_id).values_list("person_id", flat=True))
    given = Reaction.objects.filter(check_in=check_in).order_by("reacted_at", "id")
    return [reaction.person_id for reaction in given if reaction.person_id in seated]


def _posting(check_in: CheckIn) -> str:
    """A day undone and posted anew is answered anew: its row is the same, its arrival is not."""
    return f"{check_in.id}:{check_in.received_at.isoformat()}"
