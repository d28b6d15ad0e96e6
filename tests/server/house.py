"""Ana's day with a photo, and how each role comes to stand before it: for every test about who may do what."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings

from server.people.models import Person
from shared import clock
from tests.server import world
from tests.server.cast import Door

TODAY = date(2026, 3, 2)
VIEWERS = ("witness", "gallery")
OUTSIDERS = (
    "invited",
    "declined",
    "former_witness",
    "friend",
    "unfriended",
    "befriended_again",
    "stranger",
    "blocked",
    "blocking",
)
SHUT_OUT = ("suspended", "anonymous", "revoked")


def done(response: Any) -> None:
    """A scene is only set if what sets it worked."""
    assert response.status_code < 300, response.content


class House:
    """Ana's day with a photo, and how each role comes to stand before it."""

    def __init__(self, ana: Person, ben: Person, door: Callable[..., Door], befriend: Callable[..., None]) -> None:
        self.ana, self.ben, self.door, self.befriend = ana, ben, door, befriend
        self.anas = door(ana)
        self.habit = world.promise(self.anas)["id"]
        self.photo = world.put_photo(self.anas).json()["id"]
        world.check_in(self.anas, self.habit, TODAY, photos=[self.photo], caption="ran", amount="3")

    def seated(self, role: str = "witness", answer: str = "accept") -> Door:
        self.befriend(self.ana, self.ben)
        bens = self.door(self.ben)
        world.take_seat(self.anas, bens, str(self.ben.id), self.habit, role, answer=answer)
        return bens

    def as_role(self, role: str) -> Door:
        return getattr(self, f"_{role}")()

    def _owner(self) -> Door:
        return self.anas

    def _witness(self) -> Door:
        return self.seated("witness")

    def _gallery(self) -> Door:
        return self.seated("gallery")

    def _invited(self) -> Door:
        self.befriend(self.ana, self.ben)
        done(self.anas.put(f"/habits/{self.habit}/seats/{self.ben.id}", json={"role": "witness"}))
        return self.door(self.ben)

    def _declined(self) -> Door:
        return self.seated(answer="decline")

    def _former_witness(self) -> Door:
        bens = self.seated()
        done(self.anas.delete(f"/habits/{self.habit}/seats/{self.ben.id}"))
        return bens

    def _friend(self) -> Door:
        self.befriend(self.ana, self.ben)
        return self.door(self.ben)

    def _unfriended(self) -> Door:
        bens = self.seated()
        done(self.anas.delete(f"/friends/{self.ben.id}"))
        return bens

    def _befriended_again(self) -> Door:
        bens = self._unfriended()
        self.befriend(self.ana, self.ben, now=clock.now() + timedelta(seconds=1))
        return bens

    def _stranger(self) -> Door:
        return self.door(self.ben)

    def _blocked(self) -> Door:
        bens = self.seated()
        done(self.anas.put(f"/blocks/{self.ben.id}"))
        return bens

    def _blocking(self) -> Door:
        bens = self.seated()
        done(bens.put(f"/blocks/{self.ana.id}"))
        return bens

    def _suspended(self) -> Door:
        bens = self.seated()
        Person.objects.filter(id=self.ben.id).update(is_active=False)
        return bens

    def _anonymous(self) -> Door:
        return self.door(None)

    def _revoked(self) -> Door:
        bens = self.seated()
        bens.token = "a-token-that-was-taken-back"
        return bens


def everything() -> dict[str, Any]:
    """Every row of the heart and every photo file, to tell whether anything changed."""
    rows = {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for app in ("habits", "media", "kernel") for model in apps.get_app_config(app).get_models()
    }  # fmt: skip
    files = sorted((path.name, path.read_bytes()) for path in Path(settings.PHOTO_ROOT).glob("*/*"))
    return rows | {"files": files}


def check_refused(response: Any, status: int) -> None:
    code = {404: "not_found", 401: "not_authenticated"}[status]
    assert (response.status_code, response.json()["code"]) == (status, code)
