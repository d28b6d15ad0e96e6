"""`manage.py close_account ADDRESS`: a host closes somebody's account. Everything is deleted after seven days."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.leaving.services.departures import leave, stay
from server.people.models import Person
from server.people.services.standing import set_standing
from shared import clock
from shared.codes import Refused


class Command(BaseCommand):
    help = "Close an account: access ends at once, and everything of it is deleted after seven days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the person's e-mail address")
        parser.add_argument("--take-back", action="store_true", help="let them stay after all")

    def handle(self, *args: Any, address: str, take_back: bool, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=address).first()
        if person is None:
            raise CommandError("Nobody here has this address.")
        try:
            self._take_back(person) if take_back else self._close(person)
        except Refused as refused:
            raise CommandError(refused.detail) from refused

    def _close(self, person: Person) -> None:
        now = clock.now()
        # Shut first: the letter that says "you can change your mind" is not for them.
        set_standing(person=person, active=False, now=now)
        departure = leave(person=person, now=now, by_host=True)
        self.stdout.write(f"Closed. Everything is deleted on {departure.ends_at:%d %B %Y, %H:%M} UTC.")

    def _take_back(self, person: Person) -> None:
        now = clock.now()
        stay(person=person, now=now, by_host=True)
        set_standing(person=person, active=True, now=now)
        self.stdout.write("They stay. Friends have to be asked anew.")
