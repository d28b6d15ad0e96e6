"""Animals through the API: ready or refused with a code, kept whole or not at all, and served without a word.

Each costs a process, so by default every sixth of a family knocks; `KITH_ZOO=all` sends the whole zoo.
"""

import os

import pytest

from tests.server import images, world
from tests.server.cast import Door
from tests.server.media.zoo.animal import READY, Animal
from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.herd import FAMILIES
from tests.server.media.zoo.inside import words_in
from tests.server.media.zoo.visit import is_kept_whole, served, visit

STEP = 1 if os.environ.get("KITH_ZOO") == "all" else 6
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("family", FAMILIES)
def test_ready_or_refused_and_nothing_told(anas: Door, habit: str, family: str) -> None:
    complaints = {animal.name: complaint(anas, habit, animal) for animal in FAMILIES[family][::STEP]}
    assert {name: said for name, said in complaints.items() if said} == {}


def complaint(door: Door, habit: str, animal: Animal) -> str:
    """What is wrong with how this one was received; empty if nothing is."""
    found = visit(door, animal.make())
    if found.fate not in animal.fates:
        return f"{found.status} {found.answer}"
    if not is_kept_whole(found):
        return f"{found.fate}, but left {found.files()}"
    return " ".join(words_in(served(door, habit, found.photo_id))) if found.fate == READY else ""


@pytest.mark.parametrize("content_type", ["text/html", "image/svg+xml", "multipart/form-data", "x"])
def test_what_the_sender_calls_it_is_never_asked(anas: Door, content_type: str) -> None:
    assert world.put_photo(anas, images.jpeg(), Content_Type=content_type).json()["state"] == READY
    gif = world.put_photo(anas, images.encoded("GIF", (20, 20)), Content_Type="image/jpeg")
    assert world.refusal(gif) == (415, "photo_unsupported")


def test_a_refused_one_is_refused_the_same_when_it_comes_back(anas: Door) -> None:
    content = whole("png")[:900]
    photo_id = visit(anas, content).photo_id
    assert world.refusal(world.put_photo(anas, content, photo_id=photo_id)) == (422, "photo_truncated")
    assert anas.get(f"/photos/{photo_id}").json()["state"] == "refused"
