from django.apps import AppConfig


class NudgesConfig(AppConfig):
    name = "server.nudges"
    label = "nudges"
