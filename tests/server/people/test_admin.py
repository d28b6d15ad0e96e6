"""What a host may do to people in the admin, and what not."""

import pytest
from django.test import Client

from server.people.models import Person


@pytest.fixture
def host(db):
    return Person.objects.create_superuser("host@example.org", "a long password")


@pytest.fixture
def desk(host):
    client = Client()
    assert client.login(username="host@example.org", password="a long password")
    return client


def act(desk, action, *people):
    chosen = {"action": action, "_selected_action": [str(person.id) for person in people]}
    return desk.post("/admin/people/person/", chosen, follow=True)


def test_a_host_signs_in_by_password_and_finds_people(desk, ana):
    assert b"ana@example.org" in desk.get("/admin/people/person/?q=ana@").content
    assert desk.get(f"/admin/people/person/{ana.id}/change/").status_code == 200


def test_suspending_ends_access_at_once_and_letting_back_restores_it(desk, door, ana):
    at_home = door(ana)
    assert act(desk, "suspend", ana).status_code == 200
    assert at_home.get("/me").status_code == 401
    act(desk, "let_back", ana)
    assert at_home.get("/me").status_code == 200


def test_nobody_suspends_the_host(desk, host):
    act(desk, "suspend", host)
    host.refresh_from_db()
    assert host.is_active


def test_nothing_is_edited_added_or_deleted_by_hand(desk, ana):
    desk.post(f"/admin/people/person/{ana.id}/change/", {"email": "other@example.org", "is_staff": "on"})
    ana.refresh_from_db()
    assert (ana.email, ana.is_staff) == ("ana@example.org", False)
    assert desk.get("/admin/people/person/add/").status_code == 403
    assert desk.post(f"/admin/people/person/{ana.id}/delete/", {"post": "yes"}).status_code == 403


def test_everybody_else_stays_outside(client, ana):
    assert client.get("/admin/people/person/").status_code == 302
    client.force_login(ana, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/admin/people/person/").status_code == 302


def knock(client, password):
    return client.post("/admin/login/", {"username": "host@example.org", "password": password}).status_code


def test_a_password_is_not_guessed_without_end(client, host):
    assert [knock(client, f"guess {n}") for n in range(10)] == [200] * 10
    assert knock(client, "a long password") == 200, "even the right one waits now"
    assert client.get("/admin/people/person/").status_code == 302


def test_a_few_slips_are_forgiven(client, host):
    for _ in range(3):
        knock(client, "a slip")
    assert knock(client, "a long password") == 302
    assert client.get("/admin/people/person/").status_code == 200
