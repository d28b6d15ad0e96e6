"""`manage.py admin_second_factor EMAIL`: only who holds the server gives a staff account its second factor."""

from argparse import ArgumentParser
from typing import Any

import qrcode
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from server.people.models import Person
from server.people.services.second_factor import enrol

WORDS = """
{address}

Scan this with an authenticator app. Keep these codes on paper; each works once in its place:

{codes}

Then sign in at {desk}
"""
OFF = "… nowhere yet: KITH_ADMIN_PATH is not set, so the admin is off."


class Command(BaseCommand):
    help = "Give a staff account a new second factor, instead of any before. The admin is closed to it without one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        person = Person.objects.filter(email__iexact=options["email"], is_staff=True).first()
        if person is None:
            raise CommandError(
                "There is no staff account with this address. Make one: python manage.py createsuperuser"
            )
        address, codes = enrol(person=person, issuer="Kith admin")
        picture = qrcode.QRCode()
        picture.add_data(address)
        picture.print_ascii(out=self.stdout)
        desk = f"{settings.PUBLIC_URL}/{settings.ADMIN_PATH}/" if settings.ADMIN_PATH else OFF
        self.stdout.write(WORDS.format(address=address, codes="\n".join(codes), desk=desk))
