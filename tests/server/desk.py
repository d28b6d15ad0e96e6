"""The admin's door as a host uses it: by password and a second factor, over HTTP."""

from typing import Any

from django.test import Client
from django.urls import reverse

from server.people.models import Person
from server.people.services.second_factor import enrol

PASSWORD = "a long password"
ADDRESS = "host@example.org"


def make_host(address: str = ADDRESS) -> tuple[Person, list[str]]:
    """Staff with everything allowed, and the codes on paper, each of which works once."""
    host = Person.objects.create_superuser(address, PASSWORD, name="Host")
    return host, enrol(person=host, issuer="Kith")[1]


def knock(client: Client, code: str = "", *, password: str = PASSWORD, address: str = ADDRESS) -> Any:
    said = {"username": address, "password": password, "code": code, "next": reverse("admin:index")}
    return client.post(reverse("admin:login"), said)


def open_desk() -> Client:
    """A browser in which a host is signed in."""
    _, codes = make_host()
    client = Client()
    assert knock(client, codes[0]).status_code == 302
    return client
