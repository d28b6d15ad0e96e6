"""Keeps phone and server the same: one round sends, then pulls. Runs by hand, or on a thread of its own."""

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from mobile.api.answers import Answer, Done, Later, Refused
from mobile.api.client import Api
from mobile.device.protocols import Clock
from mobile.store import looked_at, outbox
from mobile.store.database import Store
from mobile.sync import backoff, pulling
from mobile.sync.adopting import adopt
from mobile.sync.photo_fetch import fetch_shown
from mobile.sync.sending import Outcome, Sent, send_waiting
from mobile.sync.status import Status

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """How one round went."""

    reached: bool
    sent: int = 0
    held: bool = False
    """A command found no hearing and waits."""
    retry_after: timedelta | None = None


class Engine:
    """One round at a time, whoever asks for it. Nothing lives only in here: a kill at any point loses nothing."""

    def __init__(self, *, store: Store, api: Api, clock: Clock, status: Status) -> None:
        self._store, self._api, self._clock = store, api, clock
        self.status = status
        self._round_lock = threading.Lock()
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._unseen_photos: set[str] = set()
        # Asked once a start: the token may belong to somebody else by now, and the outbox is only its person's.
        self._knows_person = False
        self.before_round: Callable[[], None] = lambda: None
        """What the phone itself has to say first: it may be in another zone by now."""

    def run_once(self, *, everything: bool = True, sending: bool = True) -> Round:
        """Send what waits, then pull. Without `everything` only today is asked for, and the rest if it changed."""
        with self._round_lock:
            if not self._api.has_token:
                self.status.put(signed_out=True)
                return Round(reached=True)
            done = self._round(everything, sending)
            self.status.put(offline=not done.reached)
            return done

    def _round(self, everything: bool, sending: bool) -> Round:
        if not self._knows_person:
            answer = self._api.get_me()
            if not isinstance(answer, Done):
                return self._pause(Outcome(Sent.SIGNED_OUT)) if _is_signed_out(answer) else Round(reached=False)
            adopt(self._store, answer.body)
            self._knows_person = True
        self.before_round()
        return self._send_and_pull(everything) if sending else self._pull(everything, Outcome(Sent.EMPTY))

    def _send_and_pull(self, everything: bool) -> Round:
        outcome = send_waiting(self._store, self._api)
        if outcome.sent is Sent.SIGNED_OUT:
            return self._pause(outcome)
        if outcome.sent is Sent.TERMS:
            # Ask who is here once more: the answer says which terms are to be accepted.
            self._knows_person = False
        # Even when a command found no hearing: one the server stumbles over must not hide friends' answers.
        return self._pull(everything or outcome.count > 0, outcome)

    def _pull(self, everything: bool, outcome: Outcome) -> Round:
        today = pulling.pull_today(self._store, self._api)
        answers: list[Answer] = [today]
        if not _is_bad(today) and (everything or (isinstance(today, Done) and not today.unchanged)):
            answers += self._pull_everything()
            looked_at.remember(self._store, self._clock.now().date().isoformat())
        if not _is_bad(answers[-1]):
            answers += [photo for photo in [fetch_shown(self._store, self._api, self._unseen_photos)] if photo]
        if any(_is_signed_out(answer) for answer in answers):
            return self._pause(outcome)
        if not any(isinstance(answer, Later) for answer in answers):
            self.status.put(signed_out=False)
        return _summed_up(answers, outcome)

    def _pull_everything(self) -> list[Answer]:
        """One after the other, ending at the first that finds no server."""
        answers: list[Answer] = [pulling.pull_own(self._store, self._api)]
        for pull in (
            pulling.pull_rounds,
            pulling.pull_notices,
            pulling.pull_friends,
            pulling.pull_circles,
            pulling.pull_seats,
            pulling.pull_arrivals,
            pulling.pull_waited_for,
            pulling.pull_guest_links,
            pulling.pull_offers,
        ):
            if _is_bad(answers[-1]):
                break
            answers.append(pull(self._store, self._api))
        return answers

    def _pause(self, outcome: Outcome) -> Round:
        """The token is worth nothing any more. Everything unsent stays until its person signs in again."""
        self._api.forget_token()
        self._knows_person = False
        self.status.put(signed_out=True)
        return Round(True, outcome.count)

    # The thread
    @property
    def running(self) -> bool:
        return self._thread is not None

    def start(self) -> None:
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._loop, name="kith-sync", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            self._stop.set()
            self._wake.set()
            thread.join()

    def wake(self) -> None:
        """Something waits to be sent, or somebody pulled to refresh: don't wait for the next poll."""
        self._wake.set()

    def wake_if_waiting(self) -> None:
        """Ring after a write: only what still has to be sent is worth waking for."""
        with self._store.read() as db:
            command = outbox.next_waiting(db)
        if command is not None and command.attempts == 0:
            self._wake.set()

    def _loop(self) -> None:
        polls = failures = held = 0
        send_again_at = self._clock.now()
        while not self._stop.is_set():
            woken = self._wake.is_set()
            self._wake.clear()
            everything = woken or polls % backoff.EVERYTHING_EVERY == 0
            sending = woken or self._clock.now() >= send_again_at
            done = self._guarded_round(everything=everything, sending=sending)
            polls += 1
            failures = 0 if done.reached else failures + 1
            held = held + 1 if done.held else held * (not sending)
            jitter = random.random()  # nosec B311  # noqa: S311 (spreads phones apart, guards nothing)
            if done.held:
                send_again_at = self._clock.now() + backoff.next_wait(held, done.retry_after, jitter)
            self._wake.wait(backoff.next_wait(failures, None, jitter).total_seconds())

    def _guarded_round(self, *, everything: bool, sending: bool) -> Round:
        try:
            return self.run_once(everything=everything, sending=sending)
        except Exception:
            # The thread must outlive any one bad round, or a phone would silently stop sending.
            _log.exception("a round of syncing broke off")
            return Round(reached=False)


def _summed_up(answers: list[Answer], outcome: Outcome) -> Round:
    later = [answer for answer in answers if isinstance(answer, Later)]
    return Round(
        # A server that asks for patience was reached all the same.
        reached=all(answer.retry_after is not None for answer in later),
        sent=outcome.count,
        held=outcome.sent in (Sent.LATER, Sent.TERMS),
        retry_after=outcome.retry_after,
    )


def _is_bad(answer: Answer) -> bool:
    return isinstance(answer, Later) or _is_signed_out(answer)


def _is_signed_out(answer: Answer) -> bool:
    return isinstance(answer, Refused) and answer.status == 401
