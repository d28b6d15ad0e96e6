"""The phone's calls about taking one's data along and leaving."""

import io

from mobile.api.answers import Done, Refused
from shared import ids
from tests.mobile.stage import Stage


def test_a_package_is_asked_for_and_saved(stage: Stage) -> None:
    api, export, file = stage.phone_of(stage.ana).phone.api, str(ids.uuid7()), io.BytesIO()
    asked = api.put_export(export)
    assert isinstance(asked, Done)
    assert asked.body["state"] == "waiting"
    early = api.save_export(export, file)
    assert (isinstance(early, Refused), file.getvalue()) == (True, b"")
    ready = api.get_export(export)
    assert isinstance(ready, Done)
    assert ready.body["state"] == "ready"
    assert isinstance(api.save_export(export, file), Done)
    assert len(file.getvalue()) == ready.body["size"]


def test_one_leaves_and_stays(stage: Stage) -> None:
    api = stage.phone_of(stage.ana).phone.api
    left = api.put_departure()
    assert isinstance(left, Done)
    assert left.body["leaving"] is True
    friends = api.get_friends()
    assert isinstance(friends, Done)
    assert friends.body["items"] == []
    assert isinstance(api.delete_departure(), Done)
    now = api.get_departure()
    assert isinstance(now, Done)
    assert now.body["leaving"] is False
