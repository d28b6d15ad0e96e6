"""`make run`'s server as its own process: filled, answering, stopped by Ctrl-C, and quick the second time."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.arch.sources import ROOT

START_SECONDS, ANSWER_SECONDS = 120, 60
"""Generous: they only keep a broken demo from hanging the suite."""


def _environment(folder: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return clean | {"KITH_DEMO": "1", "KITH_DATA_DIR": str(folder), "DATABASE_URL": "", "REDIS_URL": "",
                    "EMAIL_BACKEND": "", "PYTHONUNBUFFERED": "1"}  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The demo's process and its address, once it says that it is up."""
    port = _free_port()
    command = [sys.executable, "manage.py", "demo", "--port", str(port), "--no-app"]
    log = (folder.parent / f"{port}.log").open("w+")
    process = subprocess.Popen(command, cwd=ROOT, env=_environment(folder), stdout=log, stderr=log, text=True)
    try:
        wait_for(lambda: "Kith is up" in Path(log.name).read_text(), process, START_SECONDS)
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def wait_for(reached: Callable[[], bool], process: subprocess.Popen[str], seconds: int) -> None:
    deadline = time.monotonic() + seconds
    while not reached():
        assert process.poll() is None, "the demo ended by itself"
        assert time.monotonic() < deadline, "the demo took too long"
        time.sleep(0.2)


def printed_code(log: Path) -> str:
    """The code in the terminal, as soon as the worker has let the letter out."""
    deadline = time.monotonic() + 30
    while not (codes := re.findall(r"^\s*([A-Z0-9-]{6,9})\s*$", log.read_text(), re.M)):
        assert time.monotonic() < deadline, "no code was printed"
        time.sleep(0.2)
    return str(codes[-1])


def sign_in(address: str, log: Path) -> httpx.Client:
    """As anybody would, without a display: ask for a code and read it in the terminal."""
    client = httpx.Client(base_url=address, timeout=20)
    asked = client.post("/api/auth/app/v1/auth/code/request", json={"email": "ada@demo.kith.example"})
    client.headers["X-Session-Token"] = asked.json()["meta"]["session_token"]
    confirmed = client.post("/api/auth/app/v1/auth/code/confirm", json={"code": printed_code(log)})
    client.headers["X-Session-Token"] = confirmed.json()["meta"]["session_token"]
    return client


def test_the_demo_is_full_of_people_who_answer_and_keeps_its_data(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with running(folder) as (process, address):
        log = next(tmp_path.glob("*.log"))
        ada = sign_in(address, log)
        habits = {habit["title"]: habit for habit in ada.get("/api/v1/today").json()["habits"]}
        run, pages = habits["Morning run"], habits["Evening pages"]
        assert (run["mood"], len(run["crowd"])) == ("waiting", 5)
        assert pages["mood"] == "cold"
        assert {seat["person"]["name"] for seat in pages["crowd"] if seat["saw_miss"]} == {"Leo", "Maya"}
        letter = pages["miss"]["letter"]
        assert letter["state"] == "sealed"
        assert letter["keeper"]["name"] in {"Leo", "Maya", "Tess"}, "all three agreed at the same instant"
        opened = ada.get(f"/api/v1/habits/{run['id']}/letters").json()
        assert [(gold["writer"]["name"], gold["milestone"]) for gold in opened["gold"]] == [("Maya", 7)]
        offers = [seat for seat in ada.get("/api/v1/seats").json()["items"] if seat["state"] == "invited"]
        assert [(seat["habit"]["title"], seat["role"]) for seat in offers] == [("Swim", "witness")]
        told = [notice["text"] for notice in ada.get("/api/v1/notices").json()["items"]]
        assert any(text.startswith("Day 20? ") and text.endswith(" will see it.") for text in told), told[:5]
        photo = ada.get(f"/api/v1/habits/{run['id']}/days/{run['first_photo']['date']}/photos/1/320")
        assert photo.headers["content-type"] == "image/webp"

        day = f"/api/v1/habits/{run['id']}/days/{run['date']}"
        # The demo lives by the machine's clock, so its own answer says what time it is.
        told = time.strptime(ada.get("/healthz").headers["date"], "%a, %d %b %Y %H:%M:%S %Z")
        sent = time.strftime("%Y-%m-%dT%H:%M:%SZ", told)
        zone = ada.get("/api/v1/me").json()["zone"]
        posted = ada.put(day, json={"sent_at": sent, "captured_at": sent, "zone": zone, "source": "none", "photos": []})
        assert posted.status_code == 201, posted.text

        def answered() -> bool:
            crowd = next(h for h in ada.get("/api/v1/today").json()["habits"] if h["id"] == run["id"])["crowd"]
            return sum(seat["answer"] is not None for seat in crowd) >= 3

        wait_for(answered, process, ANSWER_SECONDS)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0

    with running(folder) as (process, address):
        ada = sign_in(address, max(tmp_path.glob("*.log"), key=lambda path: path.stat().st_mtime))
        again = next(h for h in ada.get("/api/v1/today").json()["habits"] if h["id"] == run["id"])
        assert again["check_in"]["id"] == posted.json()["id"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
