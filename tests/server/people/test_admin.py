"""What a host may do to people in the admin, and what not."""

import pytest
from django.urls import reverse

from server.people.models import Person
from tests.server.desk import ADDRESS, open_desk

pytestmark = pytest.mark.django_db
PEOPLE = reverse("admin:people_person_changelist")


@pytest.fixture
def desk():
    return open_desk()


def act(desk, action, *people):
    chosen = {"action": action, "_selected_action": [str(person.id) for person in people]}
    return desk.post(PEOPLE, chosen, follow=True)


@pytest.mark.sqlite
def test_a_host_signs_in_and_finds_people(desk, ana):
    assert b"ana@example.org" in desk.get(f"{PEOPLE}?q=ana@").content
    assert desk.get(f"{PEOPLE}{ana.id}/change/").status_code == 200


def test_suspending_ends_access_at_once_and_letting_back_restores_it(desk, door, ana):
    at_home = door(ana)
    assert act(desk, "suspend", ana).status_code == 200
    assert at_home.get("/me").status_code == 401
    act(desk, "let_back", ana)
    assert at_home.get("/me").status_code == 200


def test_nobody_suspends_the_host(desk):
    host = Person.objects.get(email=ADDRESS)
    act(desk, "suspend", host)
    host.refresh_from_db()
    assert host.is_active


def test_nothing_is_edited_added_or_deleted_by_hand(desk, ana):
    desk.post(f"{PEOPLE}{ana.id}/change/", {"email": "other@example.org", "is_staff": "on"})
    ana.refresh_from_db()
    assert (ana.email, ana.is_staff) == ("ana@example.org", False)
    assert desk.get(f"{PEOPLE}add/").status_code == 403
    assert desk.post(f"{PEOPLE}{ana.id}/delete/", {"post": "yes"}).status_code == 403
