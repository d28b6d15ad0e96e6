"""The words of notices. A lock screen may show them: a first name, a day number, nothing more."""

from collections.abc import Sequence
from datetime import date

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
    return f"{name} used your invitation. Is it them?"


def seat_offered(name: str, *, witness: bool) -> str:
    if witness:
        return f"{name} would like you to look, once a day, for 30 days."
    return f"{name} would like to show you their days."


def seat_accepted(name: str, *, witness: bool) -> str:
    return f"{name} is in." if witness else f"{name} will cheer you on."


def rounds(names: Sequence[str]) -> str:
    """Whose days wait to be looked at."""
    return f"{_some(names)} showed up."


def relay(name: str) -> str:
    return f"{name} showed up. Yours could be the first face."


def first_answer(name: str) -> str:
    return f"{name} saw you first."


def more_answers(names: Sequence[str]) -> str:
    return f"{_some(names)} answered too."


def guest_answer(name: str) -> str:
    return f"{name}, a guest, answered your photo."


def thanks(name: str) -> str:
    return f"{name} says thanks."


def thanks_for_letter(name: str) -> str:
    return f"{name} read your letter, and says thanks."


def miss(name: str) -> str:
    return f"{name}'s day stayed empty. Cheer, or let it go?"


def cheer(name: str, preset: str) -> str:
    return CHEERS[preset].format(name=name)


def nudge(name: str, preset: str) -> str:
    return NUDGES[preset].format(name=name)


def comment(name: str) -> str:
    """What they wrote is read in the app, not on a lock screen."""
    return f"{name} wrote to you."


def back(name: str) -> str:
    return f"{name} is back. Say hello first?"


def done_after_all(name: str) -> str:
    return f"{name} did it. The phone was offline."


def export_ready(day: date) -> str:
    return f"Your data is packed. You can fetch it until {_spoken(day)}."


def leaving(day: date) -> str:
    return f"Everything you made here will be deleted on {_spoken(day)}. Until then you can change your mind."


def _some(names: Sequence[str]) -> str:
    """Faces before counts: a few names, never a total."""
    if len(names) > NAMES_SHOWN:
        return f"{', '.join(names[:NAMES_SHOWN])} and others"
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B}"


def reminder(day_number: int, named: str | None, *, at_most: bool) -> str:
    if at_most:
        return f"Day {day_number}? A word about today is enough."
    return f"Day {day_number}? {named} will see it." if named else f"Day {day_number}? Any time before you sleep."


def letter_given(name: str, *, keeps: bool) -> str:
    """A witness who was not told yet what a letter does is told with the asking."""
    if keeps:
        return f"{name} gave you a letter to keep."
    return f"{name} asks you to keep a letter. If they stay away and you do nothing, it opens."


def gold_letter(name: str, milestone: int) -> str:
    return f"Day {milestone}. A letter from {name} is ready."


def started_beside(name: str) -> str:
    return f"{name} started beside you."


def kept_beside(name: str) -> str:
    return f"{name} keeps your days beside theirs."


def season_over() -> str:
    """To the owner alone; a lock screen need not know of which habit."""
    return "Thirty days. Once more, lighter, or done?"


def season_thanks(name: str) -> str:
    return f"{name}'s thirty days are over. Thank you for looking."


def moderated(act: str) -> str:
    """Whoever looked after a report; who reported is never said."""
    if act == "hide":
        return "Something you showed was hidden by the people who run this Kith. Only you see it now."
    return "The people who run this Kith ask you to read its rules. Somebody felt hurt."


def check_asked(name: str) -> str:
    return f"{name} would like you to check on them."
