"""Own-data sync as JSON: every noun printed as its own address prints it."""

from datetime import datetime
from typing import Any

from server.feed.printing_own import print_own_miss
from server.feed.selectors.changes import Changes
from server.habits.printing import print_habits, print_rest
from server.habits.printing_days import print_own_check_ins
from server.letters.printing import print_gold, print_standing
from server.people.models import Person
from server.people.printing import print_me


def print_changes(changes: Changes, person: Person, *, now: datetime) -> dict[str, Any]:
    """`me` carries the same seq as the answer: a phone that stores it must not skip what happens meanwhile."""
    return {
        "seq": changes.seq,
        "full": changes.full,
        "me": print_me(person, now=now) | {"seq": changes.seq} if changes.me else None,
        "habits": print_habits(changes.habits),
        "check_ins": print_own_check_ins(changes.check_ins),
        "rests": [print_rest(rest) for rest in changes.rests],
        "misses": [print_own_miss(own) for own in changes.misses],
        "blue_letters": [print_standing(str(habit), letter) for habit, letter in changes.blue_letters.items()],
        "gold_letters": [print_gold(letter) for letter in changes.gold_letters],
        "removed": [{"noun": noun, "id": gone} for noun, gone in changes.removed],
    }
