"""`manage.py moderator EMAIL`: somebody who reads reports at the desk and decides about them, and sees nothing else."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from server.moderation.services.moderators import make_moderator
from server.people.models import Person


class Command(BaseCommand):
    help = "Let somebody moderate: they read what was reported, and nothing else. They need a password and a factor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=options["email"]).first()
        if person is None:
            raise CommandError("Nobody here has this address.")
        make_moderator(person)
        self.stdout.write(
            "They may moderate now. What they still need: python manage.py changepassword EMAIL, and\n"
            "python manage.py admin_second_factor EMAIL\n"
        )
