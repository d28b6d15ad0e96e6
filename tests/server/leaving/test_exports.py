"""Asking for one's data, and fetching it: by its owner only, for as long as it is kept."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import mail

from server.leaving.models import Export
from server.leaving.services.making import remove_stray_files
from server.leaving.tasks import do_due_work
from server.notifications.sender import send_due_deliveries
from server.people.models import Person
from server.project.asgi import application
from shared import clock, ids
from shared.clock import StoppedClock
from tests.server import cast, world
from tests.server.circle import notices
from tests.server.leaving.asking import ask, read_asgi, whole
from tests.server.threads import all_at_once
from tests.server.world import refusal

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def anas(ana: Person) -> cast.Door:
    return cast.door_of(ana)


@pytest.mark.sqlite
def test_an_export_is_asked_for_packed_and_fetched(anas: cast.Door) -> None:
    export = ids.uuid7()
    asked = anas.put(f"/exports/{export}")
    assert asked.status_code == 201
    assert asked.json() == {
        "id": str(export), "state": "waiting", "progress": 0, "size": 0, "asked_at": "2026-03-02T09:00:00Z",
        "ready_at": None, "expires_at": None,
    }  # fmt: skip
    assert refusal(anas.get(f"/exports/{export}/file")) == (409, "export_not_ready")
    do_due_work()
    ready = anas.get(f"/exports/{export}").json()
    assert (ready["state"], ready["progress"], ready["expires_at"]) == ("ready", 100, "2026-03-09T09:00:00Z")
    assert anas.get("/exports").json() == {"items": [ready]}
    answer = anas.get(f"/exports/{export}/file")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="kith-data.zip"'
    content = whole(answer)
    assert len(content) == int(answer["Content-Length"]) == ready["size"]
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_it_is_told_in_the_app_and_by_mail(anas: cast.Door) -> None:
    ask(anas)
    cast.relay_all()
    said = "Your data is packed. You can fetch it until 9 March."
    assert notices(anas) == [said]
    send_letters()
    (letter,) = mail.outbox
    assert (letter.to, said in letter.body) == (["ana@example.org"], True)


def test_asking_again_for_the_same_changes_nothing(anas: cast.Door) -> None:
    export = ask(anas)
    assert anas.put(f"/exports/{export}").status_code == 200
    do_due_work()
    assert Export.objects.count() == 1


def test_one_at_a_time_and_three_a_day(anas: cast.Door, time: StoppedClock) -> None:
    assert anas.put(f"/exports/{ids.uuid7()}").status_code == 201
    assert refusal(anas.put(f"/exports/{ids.uuid7()}")) == (409, "export_running")
    do_due_work()
    ask(anas)
    ask(anas)
    assert refusal(anas.put(f"/exports/{ids.uuid7()}")) == (409, "too_many_exports")
    time.advance(DAY)
    ask(anas)


def test_ids_are_made_by_the_phone(anas: cast.Door) -> None:
    assert refusal(anas.put("/exports/6b1f7c1e-52c7-4c0e-9d55-3a0f4b7e6c01")) == (400, "invalid")


def test_anothers_export_does_not_exist(anas: cast.Door, ben: Person) -> None:
    export, bens = ask(anas), cast.door_of(ben)
    for call in (bens.get, bens.put):
        assert refusal(call(f"/exports/{export}")) == (404, "not_found")
    for named in (export, ids.uuid7()):
        assert refusal(bens.get(f"/exports/{named}/file")) == (404, "not_found")
    assert bens.get("/exports").json() == {"items": []}
    assert cast.door_of(None).get(f"/exports/{export}/file").status_code == 401


def test_after_seven_days_the_file_is_gone_and_later_the_memory_of_it(anas: cast.Door, time: StoppedClock) -> None:
    export = ask(anas)
    time.advance(7 * DAY)
    assert refusal(anas.get(f"/exports/{export}/file")) == (410, "export_expired"), "even before the sweep came by"
    do_due_work()
    assert list(settings.EXPORT_ROOT.iterdir()) == []
    assert anas.get(f"/exports/{export}").json()["state"] == "expired"
    assert notices(anas) == []
    time.advance(30 * DAY)
    do_due_work()
    assert refusal(anas.get(f"/exports/{export}")) == (404, "not_found")


def test_a_fetch_goes_on_where_it_was_cut_off(anas: cast.Door) -> None:
    path = f"/exports/{ask(anas)}/file"
    content = whole(anas.get(path))
    size = len(content)
    for said, first, last in (("bytes=0-9", 0, 9), ("bytes=10-", 10, size - 1), (f"bytes=5-{size * 2}", 5, size - 1)):
        answer = anas.get(path, Range=said)
        assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes {first}-{last}/{size}")
        assert whole(answer) == content[first : last + 1]
    for said in ("bytes=9-3", "bytes=-5", "bytes=0-1,4-5", f"bytes={size}-", "lines=1-2", "bytes=x-"):
        answer = anas.get(path, Range=said)
        assert (answer.status_code, whole(answer)) == (200, content), said


@pytest.mark.django_db(transaction=True)
def test_the_real_server_sends_it_in_pieces(anas: cast.Door) -> None:
    world.put_photo(anas)
    path = f"/api/v1/exports/{ask(anas)}/file"
    status, pieces = read_asgi(application, path, anas.token or "")
    assert status == 200
    assert b"".join(pieces) == whole(anas.get(path.removeprefix("/api/v1")))


@pytest.mark.django_db(transaction=True)
def test_two_exports_at_once_are_two_exports(ana: Person, ben: Person) -> None:
    doors = [cast.door_of(ana), cast.door_of(ben)]
    asked = [ids.uuid7() for _ in doors]
    for door, export in zip(doors, asked, strict=True):
        assert door.put(f"/exports/{export}").status_code == 201
    assert all_at_once([do_due_work] * 4) == [None] * 4
    for door, export in zip(doors, asked, strict=True):
        archive = zipfile.ZipFile(io.BytesIO(whole(door.get(f"/exports/{export}/file"))))
        mine = door.get("/me").json()["email"]
        assert mine in archive.read("data.json").decode()


@pytest.mark.django_db(transaction=True)
def test_of_many_asked_at_once_one_is_packed(ana: Person) -> None:
    def asked(door: cast.Door) -> Any:
        return lambda: door.put(f"/exports/{ids.uuid7()}").status_code

    assert sorted(all_at_once([asked(cast.door_of(ana)) for _ in range(4)])) == [201, 409, 409, 409]


def test_files_nobody_owns_are_removed_once_nobody_can_be_writing_them(anas: cast.Door, time: StoppedClock) -> None:
    export = ask(anas)
    for name in (f"{ids.uuid7().hex}.zip", f"{ids.uuid7().hex}-0a0b0c0d.part"):
        (settings.EXPORT_ROOT / name).write_bytes(b"left behind")
    remove_stray_files(now=clock.now())
    kept = [path.name for path in settings.EXPORT_ROOT.iterdir() if path.stat().st_size > 100]
    assert kept == [f"{export.hex}.zip"]
    remove_stray_files(now=clock.now().replace(year=2100))
    assert [path.name for path in settings.EXPORT_ROOT.iterdir()] == kept


def send_letters() -> None:
    while send_due_deliveries(now=clock.now()):
        pass
