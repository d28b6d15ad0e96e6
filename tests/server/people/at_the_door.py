"""A phone at the sign-in door, over HTTP as allauth's app client is spoken to, and the mailbox codes arrive in."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.core import mail
from rest_framework.test import APIClient

from server.people.models import Person
from server.people.services.invites import open_first_invite, open_invite
from shared import clock

GROWN_UP = 1990
FAY = "fay@example.org"


@dataclass
class Phone:
    """Keeps the latest session token, as every client of allauth's app sessions must."""

    device: str = ""
    token: str | None = None
    client: APIClient = field(default_factory=lambda: APIClient(enforce_csrf_checks=True))

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """The sign-in API."""
        answer = self._send(method, f"/api/auth/app/v1{path}", body)
        self.token = answer.json().get("meta", {}).get("session_token", self.token)
        return answer

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """The API proper."""
        return self._send(method, f"/api/v1{path}", body)

    def get(self, path: str) -> Any:
        return self.api("get", path)

    def knock(self, address: str = FAY, code: str = "", *, birth_year: int = GROWN_UP, terms: int = 1) -> Any:
        said = {"email": address, "invite_code": code, "birth_year": birth_year, "terms": terms}
        return self.call("post", "/auth/signup", said)

    def prove(self, address: str = FAY) -> Any:
        return self.call("post", "/auth/email/verify", {"key": code_mailed_to(address)})

    def _send(self, method: str, path: str, body: Any) -> Any:
        headers = {"User-Agent": self.device} | ({"X-Session-Token": self.token} if self.token else {})
        return getattr(self.client, method)(path, body, format="json", headers=headers)


def invite_of(person: Person | None) -> str:
    """A fresh token: this person's, or for None the operator's."""
    now = clock.now()
    return (open_invite(inviter=person, now=now) if person else open_first_invite(now=now))[1]


def sign_up(phone: Phone, address: str = FAY, *, by: Person | None = None) -> Any:
    """All the way in with an invite of this person's, or of the operator's."""
    asked = phone.knock(address, invite_of(by))
    assert asked.status_code == 401, asked.content
    return phone.prove(address)


def signed_in(address: str, device: str = "") -> Phone:
    phone = Phone(device)
    phone.call("post", "/auth/code/request", {"email": address})
    phone.call("post", "/auth/code/confirm", {"code": code_mailed_to(address)})
    return phone


def code_mailed_to(address: str) -> str:
    """The code in the latest letter to this address that holds one."""
    codes = [re.search(r"^    (\S+)$", letter.body, re.MULTILINE) for letter in letters_to(address)]
    return [code for code in codes if code][-1].group(1)


def letters_to(address: str) -> list[Any]:
    return [letter for letter in mail.outbox if letter.to == [address]]


def pending(answer: Any) -> list[str]:
    return [flow["id"] for flow in answer.json()["data"]["flows"] if flow.get("is_pending")]


def why(answer: Any) -> tuple[int, list[str]]:
    """Status and codes of a refusal of the sign-in API."""
    return answer.status_code, [error["code"] for error in answer.json()["errors"]]
