"""Demo friends, labelled so. They use Kith as anybody would: through the public API, some seconds later."""

import logging
import random
import threading
from dataclasses import dataclass, field
from typing import Any

import httpx

log = logging.getLogger(__name__)

POLL_SECONDS = 2.0
FIRST_LOOK_SECONDS = (3.0, 9.0)
ANSWER_SECONDS = (2.0, 6.0)


@dataclass
class Friend:
    """One demo friend: what they usually answer with, and whether they answer at all."""

    name: str
    token: str
    reaction: str | None
    planned: set[str] = field(default_factory=set)


class FriendsDriver(threading.Thread):
    """Lets each friend look at what the demo owner posts while Kith runs, and then answer it."""

    def __init__(self, *, base_url: str, owner_id: str, friends: list[Friend], dice: random.Random) -> None:
        super().__init__(name="Demo friends", daemon=True)
        self._http = httpx.Client(base_url=f"{base_url}/api/v1", timeout=10)
        self._owner_id, self._friends, self._dice = owner_id, friends, dice
        self._stopping = threading.Event()
        self._timers: list[threading.Timer] = []

    def run(self) -> None:
        while not self._stopping.wait(POLL_SECONDS):
            for friend in self._friends:
                self._visit(friend)

    def stop(self) -> None:
        self._stopping.set()
        for timer in self._timers:
            timer.cancel()

    def _visit(self, friend: Friend) -> None:
        try:
            rounds = self._call(friend, "GET", "/rounds")
        except httpx.HTTPError:
            return  # the server is busy or stopping; the next visit will tell
        for card in rounds.get("cards", []):
            if card["person"]["id"] == self._owner_id and card["check_in"] not in friend.planned:
                self._plan(friend, card)

    def _plan(self, friend: Friend, card: dict[str, Any]) -> None:
        look_after = self._dice.uniform(*FIRST_LOOK_SECONDS)
        friend.planned.add(card["check_in"])
        day = f"/habits/{card['habit']['id']}/days/{card['date']}"
        self._later(look_after, friend, f"{day}/look", None)
        if friend.reaction:
            answer_after = look_after + self._dice.uniform(*ANSWER_SECONDS)
            self._later(answer_after, friend, f"{day}/reaction", {"kind": friend.reaction})

    def _later(self, seconds: float, friend: Friend, path: str, body: dict[str, str] | None) -> None:
        timer = threading.Timer(seconds, self._put, args=(friend, path, body))
        timer.daemon = True
        self._timers.append(timer)
        timer.start()

    def _put(self, friend: Friend, path: str, body: dict[str, str] | None) -> None:
        if self._stopping.is_set():
            return
        try:
            self._call(friend, "PUT", path, json=body or {})
        except httpx.HTTPError as error:
            log.warning("demo friend %s could not answer: %s", friend.name, error)

    def _call(self, friend: Friend, method: str, path: str, **options: Any) -> dict[str, Any]:
        response = self._http.request(method, path, headers={"X-Session-Token": friend.token}, **options)
        response.raise_for_status()
        return dict(response.json()) if response.content else {}
