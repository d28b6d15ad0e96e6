from django.apps import AppConfig

from server.people import schema  # noqa: F401  (registers itself with drf-spectacular)


class PeopleConfig(AppConfig):
    name = "server.people"
    label = "people"
