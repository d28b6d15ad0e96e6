"""People who use a Kith that really runs, through its proxy and nothing else."""

import hashlib
import re
import ssl
from typing import Any

import httpx

from shared import clock, ids
from tests.hosting.processes import House, eventually
from tests.server import images

ADMIT = (
    "from server.people.services.arrivals import admit_person; from shared import clock;"
    "[admit_person(email=f'{name.lower()}@example.org', name=name, now=clock.now()) for name in ('Ana', 'Ben')]"
)


def admit(house: House) -> None:
    """Ana and Ben have accounts; how somebody comes to have one is another test's story."""
    done = house.run("migrate", "python", "manage.py", "shell", "-c", ADMIT)
    assert done.returncode == 0, done.stderr


class Somebody:
    """One person at the public address, signed in by the code that was mailed."""

    def __init__(self, house: House, name: str) -> None:
        trusted = ssl.create_default_context(cafile=str(next((house.folder / "certificates").rglob("root.crt"))))
        self.http = httpx.Client(base_url=f"https://localhost:{house.https_port}", verify=trusted, timeout=60)
        self._sign_in(house, f"{name.lower()}@example.org")
        self.id = self.call("GET", "/me")["id"]

    def call(self, method: str, path: str, json: Any = None) -> Any:
        answer = self.http.request(method, f"/api/v1{path}", json=json)
        assert answer.status_code < 300, (method, path, answer.status_code, answer.text)
        return answer.json() if answer.content else None

    def send_photo(self) -> str:
        """The id of a photo that is ready."""
        photo, content = str(ids.uuid7()), images.jpeg((1600, 1200))
        answer = self.http.put(f"/api/v1/photos/{photo}?source=camera", content=content, headers=photo_headers(content))
        assert answer.status_code == 200, answer.text
        return photo

    def post(self, habit: str, *, photos: list[str]) -> str:
        """Show up today; answers the day's path."""
        now = clock.now()
        moment = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        day = f"/habits/{habit}/days/{now.date()}"
        self.call("PUT", day, {"sent_at": moment, "captured_at": moment, "zone": "UTC", "photos": photos})
        return day

    def _sign_in(self, house: House, email: str) -> None:
        asked = self.http.post("/api/auth/app/v1/auth/code/request", json={"email": email})
        assert asked.status_code == 401, asked.text
        self.http.headers["X-Session-Token"] = asked.json()["meta"]["session_token"]
        code = eventually(lambda: _code_for(house, email), what="a code in the mail")
        confirmed = self.http.post("/api/auth/app/v1/auth/code/confirm", json={"code": code})
        assert confirmed.status_code == 200, confirmed.text
        self.http.headers["X-Session-Token"] = confirmed.json()["meta"]["session_token"]


def photo_headers(content: bytes) -> dict[str, str]:
    return {"Content-Type": "image/jpeg", "X-Content-SHA256": hashlib.sha256(content).hexdigest()}


def _code_for(house: House, email: str) -> str | None:
    """Mail goes to the console of whoever sends it."""
    for name in ("web", "worker"):
        for mail in house.log(name).split("Subject: ")[1:]:
            code = re.search(r"^\s*([A-Z0-9-]{6,9})\s*$", mail, re.M)
            if email in mail and code:
                return code[1]
    return None
