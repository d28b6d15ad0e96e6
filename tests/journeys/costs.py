"""What a person is asked for: taps, and pushes that ring."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.phones import Phone

Lines = pytest.CaptureFixture[str]


class Fingers:
    """Counts what a person has to do: each call is one tap."""

    def __init__(self) -> None:
        self.taps: Counter[str] = Counter()

    def tap(self, phone: Phone, act: Callable[..., Any], *arguments: Any) -> Any:
        self.taps[phone.name] += 1
        return act(*arguments)


def pushes(capsys: Lines) -> dict[str, list[str]]:
    """Who was rung at with what since it was last asked."""
    rung: dict[str, list[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        if line.startswith("[kith] "):
            name, _, words = line.removeprefix("[kith] ").partition(": ")
            rung.setdefault(name, []).append(words)
    return rung


def seat(owner: Phone, habit: str, friend: Phone, role: str) -> None:
    owner.core.crowd.choose_habit(habit)
    person = next(f.person_id for f in owner.core.crowd.state.friends if f.name == friend.name)
    owner.core.crowd.ask(person, role)
    owner.sync()
    friend.sync()
    friend.core.crowd.accept(habit)
    friend.sync()
