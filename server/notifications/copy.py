"""The words of notices. A lock screen may show them: a first name, a day number, nothing more."""

from collections.abc import Sequence
from datetime import date

from shared.dates import day_of_month
from shared.languages import say, say_many
from shared.sentences import joined

CHEERS = {
    "hug": "{name} sends you a hug.",
    "here_for_you": "{name} is here for you.",
    "tomorrow_together": "{name}: tomorrow, together.",
    "take_your_time": "{name} says: take your time.",
    "": "{name} sends you their face.",
}
NUDGES = {
    "waiting_for_yours": "{name} is waiting for yours.",
    "with_you": "{name} is with you today.",
    "any_time": "{name} looks forward to it, any time today.",
    "saving_a_seat": "{name} saved you a place.",
}
NAMES_SHOWN = 3


def arrived(name: str) -> str:
    return say("{name} used your invitation. Is it them?", name=name)


def seat_offered(name: str, *, witness: bool) -> str:
    if witness:
        return say("{name} would like you to look, once a day, for 30 days.", name=name)
    return say("{name} would like to show you their days.", name=name)


def seat_accepted(name: str, *, witness: bool) -> str:
    return say("{name} is in.", name=name) if witness else say("{name} will cheer you on.", name=name)


def rounds(names: Sequence[str]) -> str:
    """Whose days wait to be looked at."""
    return say_many("{names} showed up.", "{names} showed up.", len(names), names=_some(names))


def relay(name: str) -> str:
    return say("{name} showed up. Yours could be the first face.", name=name)


def first_answer(name: str) -> str:
    return say("{name} saw you first.", name=name)


def more_answers(names: Sequence[str]) -> str:
    return say_many("{names} answered too.", "{names} answered too.", len(names), names=_some(names))


def guest_answer(name: str) -> str:
    return say("{name}, a guest, answered your photo.", name=name)


def thanks(name: str) -> str:
    return say("{name} says thanks.", name=name)


def thanks_for_letter(name: str) -> str:
    return say("{name} read your letter, and says thanks.", name=name)


def miss(name: str) -> str:
    return say("{name}'s day stayed empty. Cheer, or let it go?", name=name)


def cheer(name: str, preset: str) -> str:
    return say(CHEERS[preset], name=name)


def nudge(name: str, preset: str) -> str:
    return say(NUDGES[preset], name=name)


def comment(name: str) -> str:
    """What they wrote is read in the app, not on a lock screen."""
    return say("{name} wrote to you.", name=name)


def back(name: str) -> str:
    return say("{name} is back. Say hello first?", name=name)


def done_after_all(name: str) -> str:
    return say("{name} did it. The phone was offline.", name=name)


def export_ready(day: date) -> str:
    return say("Your data is packed. You can fetch it until {day}.", day=day_of_month(day))


def leaving(day: date) -> str:
    return say(
        "Everything you made here will be deleted on {day}. Until then you can change your mind.", day=day_of_month(day)
    )


def _some(names: Sequence[str]) -> str:
    """Faces before counts: a few names, never a total."""
    if len(names) > NAMES_SHOWN:
        return say("{names} and others", names=", ".join(names[:NAMES_SHOWN]))
    return joined(names)


def reminder(day_number: int, named: str | None, *, at_most: bool) -> str:
    if at_most:
        return say("Day {number}? A word about today is enough.", number=day_number)
    if named:
        return say("Day {number}? {name} will see it.", number=day_number, name=named)
    return say("Day {number}? Any time before you sleep.", number=day_number)


def letter_given(name: str, *, keeps: bool) -> str:
    """A witness who was not told yet what a letter does is told with the asking."""
    if keeps:
        return say("{name} gave you a letter to keep.", name=name)
    return say("{name} asks you to keep a letter. If they stay away and you do nothing, it opens.", name=name)


def gold_letter(name: str, milestone: int) -> str:
    return say("Day {number}. A letter from {name} is ready.", number=milestone, name=name)


def started_beside(name: str) -> str:
    return say("{name} started beside you.", name=name)


def kept_beside(name: str) -> str:
    return say("{name} keeps your days beside theirs.", name=name)


def season_over() -> str:
    """To the owner alone; a lock screen need not know of which habit."""
    return say("Thirty days. Once more, lighter, or done?")


def season_thanks(name: str) -> str:
    return say("{name}'s thirty days are over. Thank you for looking.", name=name)


def challenge_offered(name: str) -> str:
    return say("{name} would like to keep a promise together with you.", name=name)


def challenge_starts(*, tomorrow: bool) -> str:
    if tomorrow:
        return say("What you promised together starts tomorrow.")
    return say("What you promised together starts today.")


def last_to_come() -> str:
    """To that one only."""
    return say("Everybody else is in. Yours makes it count, any time before you sleep.")


def chain_day_kept() -> str:
    return say("Everybody is in: one link more.")


def carried(name: str) -> str:
    return say("{name} carried you along.", name=name)


def challenge_ended() -> str:
    return say("What you promised together is over. See what came of it.")


def moderated(act: str) -> str:
    """Whoever looked after a report; who reported is never said."""
    if act == "hide":
        return say("Something you showed was hidden by the people who run this Kith. Only you see it now.")
    return say("The people who run this Kith ask you to read its rules. Somebody felt hurt.")


def check_asked(name: str) -> str:
    return say("{name} would like you to check on them.", name=name)
