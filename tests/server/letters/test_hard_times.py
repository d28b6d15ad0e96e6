"""Hard time? One call rests everything, burns what is sealed, and asks one friend."""

from datetime import timedelta

from server.habits.models import Rest
from server.notifications.models import Notice
from shared import ids
from tests.server import cast, world
from tests.server.circle import Circle, notices
from tests.server.letters import story
from tests.server.letters.story import fate, miss_a_day, see

ASKED = "Ana would like you to check on them."


def test_one_call_does_it_all(circle: Circle) -> None:
    other = world.promise(circle.ana, title="Read")["id"]
    miss = miss_a_day(circle)
    see(circle, miss)
    circle.time.advance(timedelta(minutes=1))
    rest, ben = ids.uuid7(), str(circle.people["Ben"].id)
    answer = circle.ana.put(f"/hard-times/{rest}", {"friend": ben})
    assert answer.status_code == 200
    assert answer.json() == {"id": str(rest), "habit": None, "first": str(circle.today), "last": None}
    assert fate(circle, miss) == ("burnt", "rested")
    today = {item["id"]: item["mood"] for item in circle.ana.get("/today").json()["habits"]}
    assert today == {circle.habit: "quiet", other: "quiet"}
    circle.settle()
    assert notices(circle.ben)[0] == ASKED
    assert circle.ana.put(f"/hard-times/{rest}", {"friend": ben}).json() == answer.json()
    circle.settle()
    assert (Rest.objects.count(), Notice.objects.filter(kind="check_asked").count()) == (1, 1)


def test_nobody_needs_to_be_asked(circle: Circle) -> None:
    assert circle.ana.put(f"/hard-times/{ids.uuid7()}", {}).status_code == 200
    circle.settle()
    assert not Notice.objects.filter(kind="check_asked").exists()


def test_only_a_friend_can_be_asked_and_a_refusal_rests_nothing(circle: Circle) -> None:
    dan = cast.arrive("Dan")
    answer = circle.ana.put(f"/hard-times/{ids.uuid7()}", {"friend": str(dan.id)})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert not Rest.objects.exists()


def test_who_is_no_friend_any_more_is_told_nothing(circle: Circle) -> None:
    circle.ana.put(f"/hard-times/{ids.uuid7()}", {"friend": str(circle.people["Ben"].id)})
    circle.settle()
    circle.ana.delete(f"/friends/{circle.people['Ben'].id}")
    assert notices(circle.ben) == []


def test_anothers_rest_and_the_rest_of_one_habit_are_left_alone(circle: Circle) -> None:
    rest = ids.uuid7()
    said = {"habit": circle.habit, "first": str(circle.today), "last": None}
    circle.ana.put(f"/rests/{rest}", said)
    assert circle.ben.put(f"/hard-times/{rest}", {}).json()["code"] == "not_found"
    assert circle.ana.put(f"/hard-times/{rest}", {}).json()["code"] == "conflict"


def test_a_letter_given_is_told_once_and_on_its_way_never(circle: Circle) -> None:
    circle.settle()
    assert notices(circle.ben)[0] == "Ana gave you a letter to keep."
    eve = story.join(circle, "Eve")
    story.keep_letters(eve, circle.habit, keeps=False)
    circle.ana.delete(f"/habits/{circle.habit}/blue-letter")
    assert not any("letter" in line for line in notices(circle.ben))
    story.write(circle)
    story.write(circle, "Other words")
    circle.settle()
    asks = "Ana asks you to keep a letter. If they stay away and you do nothing, it opens."
    assert [line for line in notices(eve) if "letter" in line] == [asks]
    assert [line for line in notices(circle.ben) if "letter" in line] == ["Ana gave you a letter to keep."]
    before = notices(circle.ana)
    story.may_open(circle)
    circle.send()
    assert notices(circle.ana) == before
    assert not any("letter" in line for line in notices(circle.cleo))
