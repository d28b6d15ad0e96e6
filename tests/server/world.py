"""What people do in server tests, through the API, in one line each. Each takes a door and answers a response."""

from datetime import date
from typing import Any

from server.habits.printing_days import print_instant
from shared import clock, ids
from tests.server import images
from tests.server.cast import Door


def promise(door: Door, **changes: Any) -> Any:
    """A new habit, daily and done or not unless said otherwise; its JSON."""
    said = {"title": "Run", "icon": "run", "schedule": {"frequency": "daily", "measure": "tick"}, "reminders": []}
    response = door.put(f"/habits/{ids.uuid7()}", json=said | changes)
    assert response.status_code == 201, response.content
    return response.json()


def take_seat(
    owner: Door, friend: Door, friend_id: Any, habit_id: str, role: str = "witness", *, answer: str = "accept"
) -> None:
    """The owner asks a friend to look, and the friend answers."""
    asked = owner.put(f"/habits/{habit_id}/seats/{friend_id}", json={"role": role})
    answered = friend.put(f"/habits/{habit_id}/seat", json={"answer": answer})
    assert (asked.status_code, answered.status_code) < (300, 300), (asked.content, answered.content)


def check_in(door: Door, habit_id: str, day: date | str, **changes: Any) -> Any:
    """Post a habit day, sent and captured now unless said otherwise; instants may be datetimes."""
    now = clock.now()
    posting = {"sent_at": now, "captured_at": now, "zone": "Europe/Berlin", "photos": []} | changes
    return door.put(f"/habits/{habit_id}/days/{day}", json=_plain(posting))


def edit(door: Door, habit_id: str, day: date | str, **changes: Any) -> Any:
    """Change a check-in's words, now unless said otherwise."""
    now = clock.now()
    return door.patch(f"/habits/{habit_id}/days/{day}", json=_plain({"sent_at": now, "captured_at": now} | changes))


def undo(door: Door, habit_id: str, day: date | str, **changes: Any) -> Any:
    """Take a check-in back, now unless said otherwise."""
    now = clock.now()
    moment = _plain({"sent_at": now, "captured_at": now} | changes)
    query = "&".join(f"{name}={value}" for name, value in moment.items())
    return door.delete(f"/habits/{habit_id}/days/{day}?{query}")


def put_photo(door: Door, content: bytes | None = None, photo_id: str | None = None, **headers: str) -> Any:
    """Send a photo; without content a small JPEG."""
    content = images.jpeg() if content is None else content
    named = {"X_Content_SHA256": images.digest(content), "Content_Type": "image/jpeg"} | headers
    return door.put(f"/photos/{photo_id or ids.uuid7()}?source=camera", data=content, **named)


def refusal(response: Any) -> tuple[int, str]:
    """Status and code of a problem; fails if the response is none."""
    assert response["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["code"]


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    return {name: print_instant(value) if name.endswith("_at") and value else value for name, value in said.items()}


def react(door: Door, habit_id: str, day: date | str, kind: str) -> None:
    """Answer a friend's check-in."""
    answer = door.put(f"/habits/{habit_id}/days/{day}/reaction", json={"kind": kind})
    assert answer.status_code == 200, answer.content


def look(door: Door, habit_id: str, day: date | str) -> None:
    """See a friend's check-in."""
    answer = door.put(f"/habits/{habit_id}/days/{day}/look", json={})
    assert answer.status_code == 204, answer.content


def offer_seat(owner: Door, friend_id: Any, habit_id: str, role: str = "witness") -> None:
    """The owner asks a friend to look; no answer yet."""
    asked = owner.put(f"/habits/{habit_id}/seats/{friend_id}", json={"role": role})
    assert asked.status_code < 300, asked.content


def end_seat(owner: Door, friend_id: Any, habit_id: str) -> None:
    """The owner takes a seat back."""
    ended = owner.delete(f"/habits/{habit_id}/seats/{friend_id}")
    assert ended.status_code == 204, ended.content


def rest(door: Door, first: date | str, last: date | str, habit_id: str | None = None) -> None:
    """Nothing is due on these days."""
    said = {"habit": habit_id, "first": str(first), "last": str(last)}
    answer = door.put(f"/rests/{ids.uuid7()}", json=said)
    assert answer.status_code in {200, 201}, answer.content


def answer_with_face(door: Door, habit_id: str, day: date | str, content: bytes | None = None) -> str:
    """Answer a friend's check-in with a picture; its id."""
    photo = str(put_photo(door, content, photo_id=str(ids.uuid7())).json()["id"])
    answer = door.put(f"/habits/{habit_id}/days/{day}/face", json={"photo": photo})
    assert answer.status_code == 204, answer.content
    return photo


def let_write(owner: Door, friend_id: Any, *, allowed: bool = True) -> None:
    """The owner lets a friend use words of their own, or no longer."""
    answer = owner.put(f"/friends/{friend_id}/own-words", json={"allowed": allowed})
    assert answer.status_code == 204, answer.content


def comment(door: Door, habit_id: str, day: date | str, text: str) -> str:
    """Write about a friend's check-in; the comment's id."""
    comment_id = str(ids.uuid7())
    answer = door.put(f"/habits/{habit_id}/days/{day}/comments/{comment_id}", json={"text": text})
    assert answer.status_code == 204, answer.content
    return comment_id
