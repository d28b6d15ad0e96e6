"""What the door knows of one habit today, told to the rule that finds the words."""

from server.door.scenes.faces import by_closeness, saw_miss
from server.feed.selectors.today import Today
from server.letters.models import SealedLetter
from shared import headlines, limits
from shared import sentences as words
from shared.headlines import Headline, Situation
from shared.letter_states import Burn
from shared.plans import Schedule
from shared.schedule import Duty, due_after


def headline_of(today: Today) -> Headline:
    friends = by_closeness(today)
    situation = Situation(
        number=today.day_number, today=today.day, mood=today.mood, duty=Duty(today.duty), schedule=schedule_of(today),
        done=today.done, came_back=today.came_back, letter_burnt=today.came_back and _burnt_by_comeback(today),
        empty_day=today.miss.miss.date if today.miss and is_fresh(today) else None, spared=today.spared,
        saw=saw_miss(today), first_friend=friends[0].person.name if friends else None,
        began=today.fold.day_number > 0, quota=today.quota, due_next=due_after(today.history, today.day),
        logged=today.check_in.amount if today.check_in else None,
    )  # fmt: skip
    return headlines.headline_of(situation)


def is_fresh(today: Today) -> bool:
    """Whether the open miss is young enough to be spoken of."""
    return today.miss is not None and today.now - today.miss.miss.closed_at <= limits.COLD_MAX


def schedule_of(today: Today) -> Schedule:
    return today.history.plan.in_force(today.day)


def foot_of(today: Today) -> str:
    """What became of the empty day."""
    if today.came_back:
        return words.forgiven(today.forgiven[-1]) if today.forgiven else ""
    if today.done or not is_fresh(today) or today.miss is None:
        return ""
    acts = today.miss.acts
    let_go = [
        s.person.name for s in by_closeness(today) if s.person_id in acts and acts[s.person_id].answer == "let_go"
    ]
    return words.let_it_go(words.joined(let_go), today.day_number) if let_go else ""


def _burnt_by_comeback(today: Today) -> bool:
    burnt = SealedLetter.objects.filter(
        miss__habit=today.habit, miss__returned_on=today.day, reason=Burn.COMEBACK.value
    )
    return burnt.exists()
