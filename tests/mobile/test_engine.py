"""How answers are told apart, how long to wait, and the thread that does it all alone."""

import threading
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from mobile.api.answers import Done, Later, Refused, classify
from mobile.device.desktop.secrets import FileSecrets
from mobile.sync.backoff import LONGEST, POLL, next_wait
from shared.codes import SENTENCES, Code
from tests.mobile.stage import TODAY, Stage

PATIENCE = 20


def problem(status: int, code: str, **headers: str) -> httpx.Response:
    return httpx.Response(status, headers=headers, json={"code": code, "detail": "from the server"})


@pytest.mark.parametrize(
    ("response", "answer"),
    [
        (httpx.Response(200, json={"a": 1}), Done(200, {"a": 1})),
        (httpx.Response(204), Done(204)),
        (httpx.Response(304, headers={"ETag": '"x"'}), Done(304, etag='"x"')),
        (problem(422, "day_closed"), Refused(422, "day_closed", SENTENCES[Code.DAY_CLOSED])),
        (problem(404, "not_found"), Refused(404, "not_found", SENTENCES[Code.NOT_FOUND])),
        (problem(409, "a_code_from_next_year"), Refused(409, "a_code_from_next_year", "from the server")),
        (httpx.Response(401), Refused(401, "not_authenticated", SENTENCES[Code.NOT_AUTHENTICATED])),
        (httpx.Response(413, text="<html>"), Refused(413, "photo_too_large", SENTENCES[Code.PHOTO_TOO_LARGE])),
        (problem(429, "photo_busy", **{"Retry-After": "7"}), Later(timedelta(seconds=7))),
        (problem(422, "photo_digest_mismatch"), Later()),
        (httpx.Response(500), Later()),
        (httpx.Response(503, headers={"Retry-After": "tomorrow"}), Later()),
        (httpx.Response(200, text="<html>Welcome to our hotel</html>"), Later()),
        (httpx.Response(302, headers={"Location": "http://hotel.example"}), Later()),
        (httpx.Response(404, text="<html>nginx</html>"), Later()),
    ],
)
def test_every_answer_is_one_of_three_words(response: httpx.Response, answer: object) -> None:
    assert classify(response) == answer


def test_a_photo_is_a_photo_or_later() -> None:
    photo = httpx.Response(200, headers={"Content-Type": "image/webp"}, content=b"RIFF")
    assert classify(photo, binary=True) == Done(200, content=b"RIFF")
    assert classify(httpx.Response(200, text="<html>"), binary=True) == Later()


def test_waiting_doubles_up_to_a_minute_and_is_spread() -> None:
    waits = [next_wait(failures, None, 1.0) for failures in range(9)]
    assert waits[0] == POLL
    assert waits[1:5] == [POLL, 2 * POLL, 4 * POLL, 8 * POLL]
    assert waits[-1] == LONGEST
    assert next_wait(4, None, 0.0) == waits[4] / 2
    assert next_wait(10_000, None, 1.0) == LONGEST


@pytest.mark.parametrize("failures", [0, 1, 8])
def test_what_the_server_asked_for_is_never_undercut(failures: int) -> None:
    assert next_wait(failures, timedelta(minutes=10), 0.0) == timedelta(minutes=10)


def test_the_thread_sends_a_tap_without_being_asked_and_stops_when_told(stage: Stage) -> None:
    habit = stage.habit(kept=3)
    core = stage.phone_of(stage.ana)
    arrived, pulled = threading.Event(), threading.Event()

    def after(request: str) -> None:
        if request.startswith("PUT"):
            arrived.set()
        if request.endswith("/changes"):
            pulled.set()

    stage.server.after = after
    drawn = threading.Event()
    core.today.subscribe(lambda state: drawn.set() if state.habit_id == habit else None)
    core.start()
    assert drawn.wait(PATIENCE)
    core.today.tick()
    assert arrived.wait(PATIENCE)
    core.close()
    stage.open_cores.clear()
    assert (habit, TODAY.isoformat()) in stage.server.world.check_ins
    assert not any(thread.name.startswith("kith-") for thread in threading.enumerate())


def test_one_bad_round_does_not_end_the_thread(stage: Stage) -> None:
    stage.habit(kept=3)
    core = stage.phone_of(stage.ana)
    rounds = 0
    second = threading.Event()

    def before(_request: str) -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 1:
            core.engine.wake()
            raise RuntimeError("a bug")
        second.set()

    stage.server.before = before
    core.start()
    assert second.wait(PATIENCE)
    core.close()
    stage.open_cores.clear()


def test_a_token_handed_out_anew_is_kept(stage: Stage) -> None:
    stage.habit(kept=1)
    core = stage.synced(stage.ana)
    stage.server.world.tokens["fresh"] = stage.ana
    stage.server.fresh_token = "fresh"
    core.engine.run_once()
    assert stage.secrets[f"{stage.ana}-phone"].get("session_token") == "fresh"


def test_secrets_are_only_this_users(tmp_path: Path) -> None:
    secrets = FileSecrets(tmp_path / "deep" / "secrets.json")
    secrets.put("session_token", "abc")
    secrets.put("other", "x")
    secrets.forget("other")
    assert FileSecrets(tmp_path / "deep" / "secrets.json").get("session_token") == "abc"
    assert secrets.get("other") is None
    assert (tmp_path / "deep" / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_a_broken_secrets_file_means_signed_out_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{half")
    assert FileSecrets(tmp_path / "secrets.json").get("session_token") is None
