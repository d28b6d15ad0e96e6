"""The whole of docker-compose.yml at work, without Docker: started, used by two people, watched, and stopped."""

import os
import shutil
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import httpx
import psycopg
import pytest

from server.project.settings.data import WEB_POOL
from shared import ids
from tests.hosting.people import Somebody, admit, photo_headers
from tests.hosting.processes import House, eventually
from tests.server import images
from tests.services import Services

CROWD, OTHERS = 12, 10
"""Callers at once; connections that workers and this test hold beside the web's."""
LASTING = ("web", "worker", "beat", "proxy")
PROMISE = {"title": "Run", "icon": "run", "schedule": {"frequency": "daily", "measure": "tick"}, "reminders": []}
# One house for all: one process runs this whole file.
pytestmark = pytest.mark.xdist_group("compose")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    if not shutil.which("caddy"):
        missing = "the proxy's own program is needed: apt-get install caddy"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    services = Services()
    database, redis = services.start()
    running = House(tmp_path_factory.mktemp("composed"), database_url=database, redis_url=redis)
    try:
        migrated = running.run("migrate")
        assert migrated.returncode == 0, migrated.stderr
        for name in LASTING:
            running.start(name)
        yield running
    finally:
        running.end()
        services.stop()


@pytest.fixture(scope="module")
def people(house: House) -> tuple[Somebody, Somebody]:
    """Ana and Ben, friends, each signed in by a code."""
    eventually(lambda: house.is_healthy("web") and house.is_healthy("proxy"), what="a web server")
    admit(house)
    ana, ben = Somebody(house, "Ana"), Somebody(house, "Ben")
    ben.call("POST", f"/invites/{ana.call('POST', '/invites')['token']}/accept")
    return ana, ben


def test_every_health_check_turns_green(house: House) -> None:
    for name in LASTING:
        assert eventually(lambda name=name: house.is_healthy(name), what=f"{name} is healthy\n{house.log(name)}")


def test_kith_is_ready_once_the_sweeps_have_run(house: House) -> None:
    eventually(lambda: house.is_healthy("proxy"), what="a proxy")
    address = f"https://localhost:{house.https_port}/readyz"
    answer = eventually(lambda: _ready(address), what=f"readiness\n{house.log('beat')}\n{house.log('worker')}")
    assert answer.json()["checks"]["sweeps"] == {"ok": True, "state": "ok"}
    assert "Strict-Transport-Security" in answer.headers, "Kith knows that the proxy speaks HTTPS"
    assert "uvicorn" not in answer.headers.get("Server", "")


def test_two_people_use_it(house: House, people: tuple[Somebody, Somebody]) -> None:
    ana, ben = people
    habit = str(ids.uuid7())
    ana.call("PUT", f"/habits/{habit}", PROMISE)
    ana.call("PUT", f"/habits/{habit}/seats/{ben.id}", {"role": "witness"})
    ben.call("PUT", f"/habits/{habit}/seat", {"answer": "accept"})
    eventually(lambda: _told(ana, "Ben"), what=f"the worker tells Ana of Ben\n{house.log('worker')}")
    day = ana.post(habit, photos=[ana.send_photo()])
    _check_photo(house, ben, day)


def _check_photo(house: House, ben: Somebody, day: str) -> None:
    """Kith decides, the proxy sends: the bytes are the file's, with Kith's headers, and nothing is open to guessing."""
    path = f"/api/v1{day}/photos/1/1080"
    seen = ben.http.get(path)
    files = {sha256(file.read_bytes()).hexdigest(): file for file in house.folder.glob("data/photos/*/*-1080.webp")}
    assert seen.status_code == 200
    file = files[sha256(seen.content).hexdigest()]
    assert seen.headers["Content-Type"] == "image/webp"
    assert seen.headers["Cache-Control"].startswith("private")
    assert "X-Accel-Redirect" not in seen.headers
    assert ben.http.get(path, headers={"If-None-Match": seen.headers["ETag"]}).status_code == 304
    token = ben.http.headers["X-Session-Token"]
    direct = httpx.get(
        f"http://127.0.0.1:{house.web_port}{path}",
        headers={"Host": "localhost", "X-Session-Token": token, "X-Forwarded-Proto": "https"},
    )
    assert direct.headers["X-Accel-Redirect"].endswith(f"/{file.parent.name}/{file.name}")
    assert direct.content == b"", "the bytes were the proxy's, not Django's"
    for guess in (f"/private-photos/{file.parent.name}/{file.name}", f"/photos/{file.parent.name}/{file.name}"):
        assert ben.http.get(guess).status_code == 404
    assert ben.http.get(path, headers={"X-Session-Token": ""}).status_code == 401


def test_a_crowd_shares_the_connections_there_are(house: House, people: tuple[Somebody, Somebody]) -> None:
    """The file gives PostgreSQL 60: a web server that keeps one for each request it answered would take them all."""
    most = 0
    with ThreadPoolExecutor(CROWD) as crowd, psycopg.connect(house.database_url, autocommit=True) as watching:
        asked = [crowd.submit(people[0].http.get, "/api/v1/today") for _ in range(8 * CROWD)]
        while not all(answer.done() for answer in asked):
            (count,) = watching.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
            ).fetchone()
            most = max(most, count)
    assert {answer.result().status_code for answer in asked} == {200}
    assert most <= WEB_POOL["max_size"] + OTHERS


def test_a_backup_and_its_drill_by_the_commands_of_the_file(house: House) -> None:
    made = house.run("backup")
    assert made.returncode == 0, made.stderr
    drilled = house.run("backup", "python", "manage.py", "drill", "/backups")
    assert drilled.returncode == 0, drilled.stdout + drilled.stderr


def test_an_upload_under_way_is_answered_before_the_web_server_stops(
    house: House, people: tuple[Somebody, Somebody]
) -> None:
    """SIGTERM comes while half a photo has arrived; its sender is answered all the same."""
    content = images.jpeg((1600, 1200))
    token = people[0].http.headers["X-Session-Token"]
    headers = {"Host": "localhost", "X-Session-Token": token, "Content-Length": str(len(content)),
               "X-Forwarded-Proto": "https", **photo_headers(content)}  # fmt: skip
    head = f"PUT /api/v1/photos/{ids.uuid7()}?source=camera HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in headers.items()
    )
    with socket.create_connection(("127.0.0.1", house.web_port), timeout=30) as connection:
        connection.sendall(head.encode() + b"\r\n" + content[:1000])
        house.running["web"].terminate()
        eventually(
            lambda: "Shutting down" in house.log("web") or not _listens(house.web_port), what="it stops listening"
        )
        connection.sendall(content[1000:])
        assert connection.recv(100).startswith(b"HTTP/1.1 200")
    house.stop("web")
    house.start("web")


@pytest.mark.parametrize("name", LASTING)
def test_it_stops_when_asked_within_its_grace(house: House, name: str) -> None:
    eventually(lambda: house.is_healthy(name), what=f"{name} is healthy")
    house.stop(name)
    house.start(name)


def _ready(address: str) -> httpx.Response | None:
    answer = httpx.get(address, verify=False)
    return answer if answer.status_code == 200 else None


def _told(person: Somebody, name: str) -> bool:
    return any(name in notice["text"] for notice in person.call("GET", "/notices")["items"])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
