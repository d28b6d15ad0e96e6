"""Somebody without Kith in the crowd: asked by link, marked as a guest, and nobody's face but their own."""

from mobile.api.fake.guests import answer_as_guest
from mobile.presenters import copy
from shared.moods import Expression
from tests.mobile.stage import TODAY, Stage


def test_a_guests_answer_lands_in_the_crowd(stage: Stage) -> None:
    habit = stage.habit(kept=2, crowd=False)
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana = stage.synced(stage.ana)
    ana.crowd.show_guest()
    assert ana.crowd.state.guest_url.startswith("http://kith.test/g/")
    (link,) = stage.server.world.guest_links
    answer_as_guest(stage.server.world, link, "Gran", "heart")
    ana.engine.run_once()
    gran = ana.today.state.faces[-1]
    assert (gran.name, gran.expression, gran.badge) == ("Gran · guest", Expression.SMILING, "heart")
    stage.server.offline = True
    ana.today.redraw()
    assert gran in ana.today.state.faces


def test_yesterdays_guest_is_not_in_todays_crowd(stage: Stage) -> None:
    habit = stage.habit(kept=2, crowd=False)
    stage.server.world.post(habit, TODAY, photo=b"today")
    ana = stage.synced(stage.ana)
    ana.crowd.show_guest()
    (link,) = stage.server.world.guest_links
    stage.server.world.guest_links[link]["date"] = "2020-01-01"
    answer_as_guest(stage.server.world, link, "Gran", "heart")
    ana.engine.run_once()
    assert "Gran · guest" not in [face.name for face in ana.today.state.faces]


def test_without_a_photo_there_is_nothing_to_show(stage: Stage) -> None:
    stage.habit(kept=2)
    ana = stage.synced(stage.ana)
    ana.crowd.show_guest()
    assert (ana.crowd.state.guest_url, ana.crowd.state.problem) == ("", copy.PHOTO_FIRST)
