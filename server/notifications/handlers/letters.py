"""What letters mean for others: facts of the letters app become notices. Each may run twice.

That a letter is on its way is never told: the owner finds it on their own screen, or not at all.
"""

from uuid import UUID

from server.habits.selectors.audiences import open_seats
from server.kernel.models import Fact
from server.letters.models import BlueLetter
from server.notifications.kinds import Kind
from server.notifications.services import notify
from shared.moods import Role


def tell_letter_given(fact: Fact) -> None:
    """To the witnesses, once for each letter: other words in its place are no news."""
    letter = BlueLetter.objects.filter(habit=fact.payload["blue_letter"], off_at__isnull=True).first()
    if letter is None:
        return
    witnesses = open_seats().filter(habit=letter.habit_id, role=Role.WITNESS)
    for witness_id in witnesses.values_list("person_id", flat=True):
        notify(
            recipient_id=witness_id, kind=Kind.LETTER_GIVEN, about=str(letter.id), now=fact.happened_at,
            habit=str(letter.habit_id), person=str(fact.person_id), letter=str(letter.id),
        )  # fmt: skip


def tell_gold_letter(fact: Fact) -> None:
    """To the owner: words written for this day have opened."""
    payload = fact.payload
    notify(
        recipient_id=fact.person_id, kind=Kind.GOLD_LETTER, about=payload["gold_letter"], now=fact.happened_at,
        habit=payload["habit"], person=payload["person"], gold_letter=payload["gold_letter"],
    )  # fmt: skip


def tell_gold_thanks(fact: Fact) -> None:
    """To the one who wrote it."""
    payload = fact.payload
    notify(
        recipient_id=UUID(payload["person"]), kind=Kind.THANKS, about=payload["gold_letter"], now=fact.happened_at,
        habit=payload["habit"], person=str(fact.person_id), gold_letter=payload["gold_letter"],
    )  # fmt: skip


def tell_check_asked(fact: Fact) -> None:
    """To the one friend, at most once a day."""
    friend, day = fact.payload["friend"], fact.payload["date"]
    notify(
        recipient_id=UUID(friend), kind=Kind.CHECK_ASKED, about=f"{fact.person_id}:{day}", now=fact.happened_at,
        person=str(fact.person_id), date=day,
    )  # fmt: skip
